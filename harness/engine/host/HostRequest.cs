namespace Katas.Harness.Engine.Host;

/// <summary>What a host is asked to do: the first line it reads.</summary>
/// <param name="Assembly">The full path of the test assembly; what it refers to is looked for beside it.</param>
/// <param name="Only">The full names of the tests to run, or <see langword="null"/> for all.</param>
/// <param name="Variables">The environment variables by which the tests find what they need.</param>
/// <param name="Runs">How often to run them; a run in which a test fails is the last.</param>
public sealed record HostRequest(
    string Assembly,
    IReadOnlyDictionary<string, string> Variables,
    IReadOnlyList<string>? Only,
    int Runs
)
{
    /// <summary>The line by which the runner, later, asks where the running test waits.</summary>
    public const string WhereAreYou = "where";
}
