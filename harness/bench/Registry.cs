namespace Katas.Harness.Bench;

/// <summary>All benchmarks against a peer; a new one takes one line.</summary>
internal static class Registry
{
    public static IReadOnlyList<IBenchmark> All { get; } =
    [
        new PrimesBenchmark(),
        new DotnetTestBenchmark(),
        new ProcessPoolBenchmark(),
        new EngineBenchmark(),
        new WhoAmIBenchmark(),
        new WatchBenchmark(),
        new GradeBenchmark(),
    ];
}
