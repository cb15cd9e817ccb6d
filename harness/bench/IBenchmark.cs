namespace Katas.Harness.Bench;

/// <summary>One benchmark: ours against a peer, measured in turn in one run. Add yours to <see cref="Registry"/>.</summary>
internal interface IBenchmark
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    string Description { get; }

    /// <summary>Measures.</summary>
    /// <param name="say">Takes a line about what is going on, or about what is missing on this machine.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<IReadOnlyList<Row>> Run(Action<string> say, CancellationToken cancellationToken);
}
