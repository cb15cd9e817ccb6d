namespace Katas.Harness.Pools.Cluster.Client;

/// <summary>A notice to the workers that a job was cancelled.</summary>
/// <param name="Job">The job's number, or <see langword="null"/> for all of this executor's.</param>
internal sealed record OutgoingNotice(long? Job) : Outgoing
{
    private readonly TaskCompletionSource _tried = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>Completes when the workers' queues have the notice, or the connection broke before that.</summary>
    public Task Tried => _tried.Task;

    /// <summary>Completes <see cref="Tried"/>.</summary>
    public void MarkTried() => _tried.TrySetResult();
}
