using System.Threading.Channels;
using Katas.Harness.Cli.Timing;
using Katas.Harness.Grading;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Cli.Grading;

/// <summary>Grades what was asked for, once or again and again.</summary>
internal static class GradeWork
{
    /// <summary>Whoever drops a zip is still writing it when it is seen.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    /// <returns>The exit code.</returns>
    public static async Task<int> Run(GradeRequest request, CancellationToken cancellationToken)
    {
        var options = new GradingOptions(request.Paths, request.Slugs, request.Output)
        {
            Config = Config(request),
            Formats = request.Formats,
        };
        var notices = new ProgressNotices();
        var seat = request.Cluster is null
            ? GradingSeat.Here(request, options.Config)
            : await GradingSeat
                .Cluster(request, options.Config, notices.Write, cancellationToken)
                .ConfigureAwait(false);
        await using var seatDisposal = seat.ConfigureAwait(false);

        if (!request.Watch)
            return await Once(request, options, seat, notices, cancellationToken)
                .ConfigureAwait(false);
        using var changes = Watch(request.Submissions!, out var reader);
        while (true)
        {
            await Once(request, options, seat, notices, cancellationToken).ConfigureAwait(false);
            Console.WriteLine("Waiting for submissions. Ctrl+C ends this.");
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            do await Task.Delay(Quiet, TimeProvider.System, cancellationToken)
                .ConfigureAwait(false);
            while (reader.TryRead(out _));
        }
    }

    private static GradingConfig Config(GradeRequest request) =>
        request.Config is { } file ? GradingConfigReader.Read(request.Paths, file) : new();

    private static async Task<int> Once(
        GradeRequest request,
        GradingOptions options,
        GradingSeat seat,
        ProgressNotices notices,
        CancellationToken cancellationToken
    )
    {
        using var intake = ClassIntake.Open(request.Paths, request.Submissions!, request.Slugs);
        using var session = GradingSession.Open(options, seat.Grader, intake);
        await seat.Prepare(
                session.Pending.Select(pending => pending.Slug).Distinct(StringComparer.Ordinal),
                cancellationToken
            )
            .ConfigureAwait(false);
        await Progress
            .Run("grade", session.Pending, request.Jobs, session.Grade, cancellationToken, notices)
            .ConfigureAwait(false);
        var isComplete = session.Write();

        Prose.Out(PlainText.Console(session.Isolation));
        Prose.Out(
            $"{Format.Count(session.Students, "student")}, {Format.Count(session.Pending.Count, "chapter")} graded now, the others as before."
        );
        Console.WriteLine(
            "Gradebook: " + PlainText.Console(Path.Combine(request.Output, GradebookFile.Page))
        );
        return isComplete ? ExitCodes.Ok : ExitCodes.Found;
    }

    private static FileSystemWatcher Watch(string folder, out ChannelReader<bool> changes)
    {
        var channel = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
        );
        changes = channel.Reader;
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => channel.Writer.TryWrite(true);
        watcher.Created += (_, _) => channel.Writer.TryWrite(true);
        watcher.Deleted += (_, _) => channel.Writer.TryWrite(true);
        watcher.Renamed += (_, _) => channel.Writer.TryWrite(true);
        watcher.Error += (_, _) => channel.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
