using Katas.Harness.Probes;

namespace Katas.PleaseStop;

/// <summary>Work that counts itself, remembers its thread, and cannot run away: whoever does it without end is stopped by an exception.</summary>
internal sealed class Rounds
{
    private const int TooMany = 1_000;

    private readonly EventLog _log = new();

    public int Count => _log.Entries.Count;

    public int[] ThreadIds => [.. _log.Entries.Select(entry => entry.ThreadId).Distinct()];

    public Thread Thread { get; private set; } = Thread.CurrentThread;

    public void Do()
    {
        Thread = Thread.CurrentThread;
        if (Count >= TooMany)
            throw new InvalidOperationException(
                $"The work was done {TooMany} times, and nothing stopped it."
            );
        _log.Add("round");
    }

    public void WaitFor(int count) => _log.WaitFor("round", count);
}
