using System.Collections.Concurrent;
using System.Globalization;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;
using Katas.Harness.Jobs;
using Katas.Harness.Pools.Cluster;
using Katas.Harness.Pools.Cluster.Worker;

namespace Katas.Harness.Grading.Cluster;

/// <summary>
/// Judges the chapters that a broker hands out, one at a time, by the workbook of this machine. It does nothing else, whatever the broker asks.
/// </summary>
/// <param name="workbook">The version of the workbook.</param>
/// <param name="grader">Makes a grader, for chapters that run what is not allowed or for those that do not. Called once for each.</param>
/// <param name="folder">Where submissions lie while they are judged: the supervisor's, who removes what a killed worker has left there.</param>
/// <param name="log">Is told, in a line, what the worker does.</param>
public sealed class ClusterGradeWorker(
    string workbook,
    Func<bool, IChapterGrader> grader,
    string folder,
    Action<string> log
)
{
    private readonly ConcurrentDictionary<bool, IChapterGrader> _graders = new();

    /// <summary>Is one worker of a supervisor. See <see cref="WorkerCommand.Work"/>.</summary>
    /// <param name="cluster">Where the cluster is.</param>
    /// <exception cref="NoBrokerException">The broker does not let the worker in.</exception>
    public Task Run(ClusterOptions cluster) =>
        WorkerCommand.Work(
            cluster,
            new Dictionary<string, LoadedJob>(StringComparer.Ordinal)
            {
                [GradingCluster.Job] = LoadedJob.Of<byte[], byte[]>(Answer),
            }
        );

    /// <summary>Does a job.</summary>
    internal byte[] Answer(byte[] packed, CancellationToken cancellationToken)
    {
        var job = PackedJson.Unpack<ChapterJob>(packed);
        var name = WorkerCommand.Name;
        if (job.Workbook != workbook)
        {
            log(
                $"{name} refuses {PlainText.Line(job.Slug)}: it is for version {PlainText.Line(job.Workbook)} of the workbook, and this one is version {workbook}."
            );
            return PackedJson.Pack(new ChapterAnswer(name, workbook, null));
        }
        log($"{name} grades {PlainText.Line(job.Slug)}.");
        var start = TimeProvider.System.GetTimestamp();
        // The executor's threads are for jobs that block.
        var grade = Judge(job, cancellationToken).GetAwaiter().GetResult();
        var passed = grade.Tests.Count(test => test.State == TestState.Passed);
        log(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name} has graded {grade.Slug} in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s: {grade.State}, {passed} of {grade.Tests.Count} tests pass."
            )
        );
        return PackedJson.Pack(new ChapterAnswer(name, workbook, grade));
    }

    private async Task<ChapterGrade> Judge(ChapterJob job, CancellationToken cancellationToken)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, $"{Guid.NewGuid():N}")).FullName;
        try
        {
            foreach (var file in job.Files)
                Write(own, file);
            var judge = _graders.GetOrAdd(job.RunsWhatIsNotAllowed, grader);
            var grade = await judge.Grade(job.Slug, own, cancellationToken).ConfigureAwait(false);
            grade = CleanGrade.WithoutFolder(grade, own) with
            {
                Isolation = grade.Isolation ?? judge.Isolation,
            };
            return grade.State == ChapterState.NotJudged
                ? grade with
                {
                    Notes = [.. grade.Notes, $"That was {WorkerCommand.Name}."],
                }
                : grade;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever it was, the worker goes on with the others.
            return new(job.Slug, ChapterState.NotJudged, [])
            {
                Notes =
                [
                    $"{WorkerCommand.Name} could not judge it: {e.GetType().Name}: {e.Message}",
                ],
            };
        }
        finally
        {
            Directory.Delete(own, recursive: true);
        }
    }

    /// <summary>Whoever has sent it: nothing is written outside of its own folder.</summary>
    private static void Write(string own, SubmittedFile file)
    {
        var path = Path.GetFullPath(Path.Combine(own, file.Path));
        if (!path.StartsWith(own + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new InvalidDataException(
                $"The job has a file '{file.Path}' outside of its folder."
            );
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file.Text);
    }
}
