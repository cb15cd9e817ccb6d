using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer;

/// <summary>What one strategy has found.</summary>
internal sealed class SearchResult
{
    /// <summary>How many schedules it ran.</summary>
    public int Schedules { get; set; }

    /// <summary>Whether there were more to run.</summary>
    public bool IsUnfinished { get; set; }

    /// <summary>Whether some schedule was longer than is explored.</summary>
    public bool WasCut { get; set; }

    /// <summary>Whether some line could have read an old value more often than is explored.</summary>
    public bool LeftStaleReadsOut { get; set; }

    /// <summary>The first failure, if any.</summary>
    public Failure? Failure { get; set; }

    /// <summary>Who took each step of the failing schedule, and in which way (<see cref="Event.Choice"/>).</summary>
    public IReadOnlyList<int> Schedule { get; set; } = [];

    /// <summary>How often a fiber of the failing schedule was preempted, or an access took effect out of order.</summary>
    public int Preemptions { get; set; }

    /// <summary>The failing schedule as it ended.</summary>
    public Execution? Execution { get; set; }
}
