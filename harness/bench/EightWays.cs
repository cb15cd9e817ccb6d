using BenchmarkDotNet.Attributes;
using Katas.WhoAmI;

namespace Katas.Harness.Bench;

/// <summary>What BenchmarkDotNet measures for <see cref="WhoAmIBenchmark"/>; it derives a class from this one.</summary>
public class EightWays
{
    private Func<object> _make = () => 0;

    /// <summary>Which way is measured.</summary>
    internal static Build Chosen { get; set; } = Builds.All[0];

    /// <summary>Takes the call from <see cref="Chosen"/>.</summary>
    [GlobalSetup]
    public void Setup() => _make = Chosen.Make;

    /// <summary>Builds a hundred numbers.</summary>
    [Benchmark]
    public object Make() => _make();
}
