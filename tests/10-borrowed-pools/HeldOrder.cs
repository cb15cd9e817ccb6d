using Katas.Harness.Probes;

namespace Katas.BorrowedPools;

/// <summary>
/// Sees to it that the first item is not the first to be done: it is held until ten others have come, and the tenth of these is held until one more has.
/// </summary>
internal sealed class HeldOrder
{
    private const int Others = 10;

    private readonly Gate _othersCame = new(
        "ten other items to be worked on while the first is held"
    );
    private readonly Gate _oneMoreCame = new(
        "one more item to be worked on while the tenth is held"
    );
    private int _count;

    public void Pass(int item)
    {
        if (item == 0)
        {
            _othersCame.Wait();
            return;
        }
        var mine = Interlocked.Increment(ref _count);
        if (mine == Others)
        {
            _othersCame.Open();
            _oneMoreCame.Wait();
        }
        else if (mine == Others + 1)
        {
            _oneMoreCame.Open();
        }
    }
}
