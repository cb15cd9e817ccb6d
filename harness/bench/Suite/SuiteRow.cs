namespace Katas.Harness.Bench.Suite;

/// <summary>One line of the suite's table, in seconds.</summary>
/// <param name="Name">The measure's name for <c>--only</c>.</param>
/// <param name="What">What was timed.</param>
/// <param name="Old">The old checkout's median, if there is an old checkout.</param>
/// <param name="New">This checkout's median.</param>
/// <param name="Goal">How long it may take.</param>
internal sealed record SuiteRow(string Name, string What, double? Old, double New, double Goal)
{
    /// <summary>The new time over the old one.</summary>
    public double? Ratio => New / Old;

    /// <summary>Whether the new time is within the goal.</summary>
    public bool Met => New <= Goal;
}
