using System.CommandLine;
using Katas.Harness.Grading;
using Katas.Harness.Grading.Book;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Grading;

/// <summary>What a command line asks for.</summary>
/// <param name="Paths">The workbook.</param>
/// <param name="Submissions">What to grade, as a full path; <see langword="null"/> to look only at a gradebook.</param>
/// <param name="Output">The folder of the gradebook, as a full path.</param>
/// <param name="Slugs">The chapters.</param>
/// <param name="Jobs">How many at once.</param>
/// <param name="Cluster">The broker whose workers are to grade, or <see langword="null"/>.</param>
/// <param name="Config">The configuration's file, or <see langword="null"/>.</param>
/// <param name="Sandbox">What separates submissions from the machine.</param>
/// <param name="Formats">What to write for platforms.</param>
/// <param name="Explain">Whose points to explain, or <see langword="null"/>.</param>
/// <param name="Compare">The folder of the gradebook to compare with, or <see langword="null"/>.</param>
/// <param name="Pack">Whether to pack an autograder instead.</param>
/// <param name="Watch">Whether to stay.</param>
internal sealed record GradeRequest(
    WorkbookPaths Paths,
    string? Submissions,
    string Output,
    IReadOnlyList<string> Slugs,
    int Jobs,
    Uri? Cluster,
    string? Config,
    SandboxKind Sandbox,
    IReadOnlyList<BookFormat> Formats,
    string? Explain,
    string? Compare,
    bool Pack,
    bool Watch
)
{
    /// <summary>How many chapters are with the broker, so that no worker waits while one is written.</summary>
    private const int OnTheirWay = 32;

    /// <summary>Reads a command line.</summary>
    /// <exception cref="UsageException">Something in it does not fit together.</exception>
    public static GradeRequest Of(ParseResult parsed, string? submissions, GradeArguments options)
    {
        var paths = WorkbookPaths.Find();
        var output = parsed.GetValue(options.Output);
        var explain = parsed.GetValue(options.Explain);
        var compare = parsed.GetValue(options.Compare);
        var isPacked = parsed.GetValue(options.Pack) is not null;
        if (
            submissions is null
            && !isPacked
            && (output is null || (explain is null && compare is null))
        )
        {
            throw new UsageException(
                "What is to be graded is missing: a folder or a zip. (With --explain or --compare, --out alone names a gradebook.)"
            );
        }
        var cluster = parsed.GetValue(options.Cluster) is { } broker
            ? BrokerOption.Parse(broker, options.Cluster.Name)
            : null;
        if (cluster is not null && IsGiven(parsed, options.Sandbox))
        {
            throw new UsageException(
                "Each worker of a cluster has a sandbox of its own: give --sandbox to kata worker."
            );
        }
        var request = new GradeRequest(
            paths,
            submissions is null
                ? null
                : Path.TrimEndingDirectorySeparator(Path.GetFullPath(submissions)),
            "",
            ChapterArgument.Resolve(
                paths,
                parsed.GetValue(options.Chapters)?.Split(',', StringSplitOptions.RemoveEmptyEntries)
                    ?? []
            ),
            IsGiven(parsed, options.Jobs) ? parsed.GetValue(options.Jobs)
                : cluster is null ? GraderOptions.Parallelism
                : OnTheirWay,
            cluster,
            parsed.GetValue(options.Config),
            SandboxNames.Parse(parsed.GetValue(options.Sandbox)),
            FormatNames.Parse(parsed.GetValue(options.Formats) ?? []),
            explain,
            compare,
            isPacked,
            parsed.GetValue(options.Watch)
        );
        request = request with { Output = Path.GetFullPath(output ?? request.DefaultOutput()) };
        request.Check();
        return request;
    }

    private static bool IsGiven(ParseResult parsed, Option option) =>
        parsed.GetResult(option) is { Implicit: false };

    private string DefaultOutput()
    {
        var name = Submissions is null ? "autograder" : Path.GetFileName(Submissions);
        return Path.Combine(
            Paths.TestResults,
            "grades",
            name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name
        );
    }

    private void Check()
    {
        if (Submissions is null)
            return;
        if (Watch && !Directory.Exists(Submissions))
            throw new UsageException($"There is no folder '{Submissions}' to watch.");
        var relative = Path.GetRelativePath(Submissions, Output);
        if (!Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != "..")
        {
            throw new UsageException(
                $"'{Output}' lies in what is graded, and would be taken for a student. Give another folder with --out."
            );
        }
    }
}
