namespace Katas.Harness.Pools.Worker;

/// <summary>A job that a worker was sent.</summary>
/// <param name="id">Its number.</param>
/// <param name="method">The number of its method.</param>
/// <param name="arguments">Its arguments, a JSON array.</param>
internal sealed class JobRequest(long id, long method, byte[] arguments) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Its number.</summary>
    public long Id => id;

    /// <summary>The number of its method.</summary>
    public long Method => method;

    /// <summary>Its arguments, a JSON array.</summary>
    public byte[] Arguments => arguments;

    /// <summary>Cancelled when the job is asked to stop.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Asks the job to stop. Not awaited: what its own callbacks throw is the job's affair.</summary>
    public void AskToStop() => _ = _stop.CancelAsync();

    /// <summary>For a job that has run, and that the <see cref="Inbox"/> no longer asks to stop. One that never ran holds nothing.</summary>
    public void Dispose() => _stop.Dispose();
}
