namespace Katas.PrimeLab;

/// <summary>A job as its worker sees it.</summary>
/// <param name="number">How many jobs were submitted before it.</param>
/// <param name="token">The token that it was given.</param>
internal sealed class ObservedJob(int number, CancellationToken token)
{
    private volatile bool _hasEnded;

    public int Number => number;

    public bool IsAskedToStop => token.IsCancellationRequested;

    public CancellationToken Token => token;

    public bool HasEnded
    {
        get => _hasEnded;
        set => _hasEnded = value;
    }
}
