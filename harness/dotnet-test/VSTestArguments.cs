using System.Globalization;

namespace Katas.Harness.DotnetTest;

/// <summary>The command line of <c>vstest.console</c>, as MSBuild's VSTest task writes it, taken apart and put together again.</summary>
/// <param name="Sources">The test assemblies, or the list of chapters that the root's build writes.</param>
/// <param name="Options">Everything the user asked for that is passed on as it is.</param>
/// <param name="Filter">The user's test case filter.</param>
/// <param name="ResultsFolder">Where results go, when the user said so.</param>
/// <param name="RunSettings">What stands after <c>--</c>.</param>
internal sealed record VSTestArguments(
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Options,
    string? Filter,
    string? ResultsFolder,
    IReadOnlyList<string> RunSettings
)
{
    /// <summary>How many test processes run at a time: more than there are cores, since many tests wait for processes and for what never comes.</summary>
    public static int Parallelism => 2 * Environment.ProcessorCount;

    /// <summary>Whether the tests are to be listed, not run.</summary>
    public bool ListTests => Options.Any(option => Is(option, "--listTests"));

    /// <summary>Whether data is collected, for which each chapter needs a call of its own.</summary>
    public bool Collects => Options.Any(option => Is(option, "--collect") || Is(option, "--blame"));

    /// <summary>Whether the user asked for vstest's own console output.</summary>
    public bool WantsConsole =>
        Options.Any(option =>
            option.StartsWith("--logger:console", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Takes a command line apart.</summary>
    public static VSTestArguments Parse(IReadOnlyList<string> arguments)
    {
        var sources = new List<string>();
        var options = new List<string>();
        string? filter = null;
        string? results = null;
        var end = arguments.TakeWhile(argument => argument != "--").Count();

        foreach (var argument in arguments.Take(end))
        {
            if (ValueOf(argument, "--testCaseFilter") is { } wanted)
                filter = wanted;
            else if (ValueOf(argument, "--resultsDirectory") is { } folder)
                results = Path.GetFullPath(folder);
            else if (!argument.StartsWith('-'))
                sources.Add(argument);
            else if (!IsTheTasksOwn(argument, sources.Count > 0))
                options.Add(argument);
        }
        return new(sources, options, filter, results, [.. arguments.Skip(end + 1)]);
    }

    /// <summary>The arguments of one call over some test assemblies.</summary>
    public IEnumerable<string> For(
        IEnumerable<string> assemblies,
        string? filter,
        IEnumerable<string> own
    ) =>
        [
            .. assemblies,
            .. Options,
            .. filter is null ? [] : (string[])[$"--testCaseFilter:{filter}"],
            .. own,
            "--",
            // Where a test stands in its source is known from its katas; asking the symbols for each test costs time.
            "RunConfiguration.CollectSourceInformation=false",
            string.Create(
                CultureInfo.InvariantCulture,
                $"RunConfiguration.MaxCpuCount={Parallelism}"
            ),
            .. RunSettings,
        ];

    /// <summary>What the task adds by itself after the source: a console logger that nobody asked for; and what concerns the build alone.</summary>
    private static bool IsTheTasksOwn(string argument, bool afterSource) =>
        argument.StartsWith("--framework:", StringComparison.OrdinalIgnoreCase)
        || Is(argument, "--nologo")
        || (
            afterSource
            && argument.StartsWith("--logger:Console;Verbosity=", StringComparison.Ordinal)
        );

    private static string? ValueOf(string argument, string name) =>
        argument.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)
            ? argument[(name.Length + 1)..]
            : null;

    private static bool Is(string argument, string name) =>
        argument.Equals(name, StringComparison.OrdinalIgnoreCase)
        || argument.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase);
}
