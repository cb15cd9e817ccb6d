namespace Katas.Harness.Pools.Worker;

/// <summary>A job that a worker was handed.</summary>
/// <param name="id">Its number.</param>
/// <param name="method">The number of its method.</param>
/// <param name="arguments">Its arguments, a JSON array.</param>
internal sealed class JobRequest(long id, long method, byte[] arguments) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public long Id => id;

    public long Method => method;

    public byte[] Arguments => arguments;

    /// <summary>Cancelled when the job is asked to stop.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Asks the job to stop. What its own callbacks throw is the job's affair, not the reader's.</summary>
    public void AskToStop() => _ = _stop.CancelAsync();

    public void Dispose() => _stop.Dispose();
}
