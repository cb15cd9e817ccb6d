namespace Katas.Harness.Bench;

/// <summary>A benchmark of ours against a peer, both measured in turn in one run. Add yours to <see cref="Registry"/>.</summary>
internal interface IBenchmark
{
    /// <summary>Its command.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    string Description { get; }

    /// <summary>Measures.</summary>
    /// <param name="log">Takes a line about what is going on, or about what is missing on this machine.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<Row>> Run(Action<string> log, CancellationToken cancellationToken);
}
