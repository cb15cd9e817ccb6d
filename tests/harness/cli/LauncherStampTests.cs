namespace Katas.Harness.Cli;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LauncherStampTests : IDisposable
{
    private static readonly DateTime Built = new(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);

    private readonly string _root = Directory.CreateTempSubdirectory("stamp ").FullName;

    [TestCase("harness/cli/Program.cs", true)]
    [TestCase("harness/cli/templates/hints.md.txt", true)]
    [TestCase("harness/engine/host/Host.csproj", true)]
    [TestCase("Directory.Packages.props", true)]
    [TestCase("global.json", true)]
    [TestCase("harness/cli/obj/Generated.cs", false)]
    [TestCase("harness/bench/Program.cs", false)]
    [TestCase("harness/README.md", false)]
    [TestCase("exercises/01-ramen-shop/Shop.cs", false)]
    public void What_the_tool_is_built_from_makes_it_stale(string name, bool isStale)
    {
        Write("global.json", Built.AddDays(-1));
        Write("harness/cli/Old.cs", Built.AddDays(-1));
        Assert.That(LauncherStamp.IsStale(_root, Built), Is.False);

        Write(name, Built.AddSeconds(1));

        Assert.That(LauncherStamp.IsStale(_root, Built), Is.EqualTo(isStale));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string name, DateTime written)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        File.SetLastWriteTimeUtc(path, written);
    }
}
