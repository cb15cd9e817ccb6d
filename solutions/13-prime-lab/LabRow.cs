namespace Katas.PrimeLab;

/// <summary>One line of the comparison.</summary>
/// <param name="Executor">The executor's name.</param>
/// <param name="Workers">How many workers it has.</param>
/// <param name="Elapsed">How long the timed run took.</param>
/// <param name="Speedup">The first executor's time over this one's: 2 means twice as fast.</param>
public sealed record LabRow(string Executor, int Workers, TimeSpan Elapsed, double Speedup);
