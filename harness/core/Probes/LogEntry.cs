namespace Katas.Harness.Probes;

/// <summary>One line of an <see cref="EventLog"/>.</summary>
/// <param name="What">What happened.</param>
/// <param name="ThreadId">The managed id of the thread it happened on.</param>
/// <param name="Thread">What that thread is called in messages.</param>
public sealed record LogEntry(string What, int ThreadId, string Thread);
