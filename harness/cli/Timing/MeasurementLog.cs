using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>Collects the messages of the measuring process, and turns them into a result.</summary>
/// <param name="chapter">The chapter's slug.</param>
/// <param name="root">The workbook's folder, to which file names are shown relative.</param>
internal sealed class MeasurementLog(string chapter, string root)
{
    private readonly Dictionary<string, Measurements> _workloads = new(StringComparer.Ordinal);
    private readonly List<KataFailure> _failures = [];
    private readonly List<string> _problems = [];

    /// <summary>Whether the process has measured everything.</summary>
    public bool IsComplete { get; private set; }

    public void Add(MeasureMessage message)
    {
        if (message.Measured is { } measured)
            _workloads[message.Title] = measured;
        if (message.Failure is { } failure)
            _failures.Add(failure);
        IsComplete |= message.Kind == MeasureMessage.End;
    }

    public void AddProblem(string sentence) => _problems.Add(sentence);

    /// <param name="wasInterrupted">Whether the user stopped the measuring.</param>
    /// <param name="runtime">What it ran on.</param>
    /// <exception cref="TimeException">Not one round is complete.</exception>
    public TimeResult Result(bool wasInterrupted, string runtime)
    {
        var measured = _workloads.Values.Where(workload => workload.Rounds > 0).ToArray();
        string[] problems =
        [
            .. _failures.Select(Describe),
            .. measured.SelectMany(ProblemsOf),
            .. _problems,
        ];
        if (measured.Length == 0)
            throw NothingMeasured(wasInterrupted, problems);
        return new TimeResult(
            chapter,
            measured[0].Cores,
            runtime,
            [.. measured.Select(TimedWorkload.Of)],
            problems,
            wasInterrupted ? ExitCodes.Cancelled
                : problems.Length > 0 ? ExitCodes.Found
                : ExitCodes.Ok
        );
    }

    private TimeException NothingMeasured(bool wasInterrupted, string[] problems)
    {
        if (wasInterrupted)
            return new("Interrupted before the first round was complete.", ExitCodes.Cancelled);
        if (_failures is [{ IsStub: true } stub, ..])
            return new(Describe(stub), ExitCodes.Stub);
        return new(
            problems.Length > 0
                ? string.Join('\n', problems)
                : $"The chapter {chapter} has no workload: a public class in its timing folder that implements IWorkload.",
            ExitCodes.Found
        );
    }

    private IEnumerable<string> ProblemsOf(Measurements measured) =>
        measured
            .Others.Where(series => series.IsOut)
            .Select(series =>
                $"{series.Name}, {Format.Workers(series.Workers)}: {(series.Failure is { } failure ? Describe(failure) : series.Difference + ".")}"
            );

    private string Describe(KataFailure failure)
    {
        var place = failure.File is { } file
            ? $"{Path.GetRelativePath(root, file).Replace('\\', '/')}:{failure.Line}"
            : "a place without symbols";
        return failure.IsStub
            ? $"{failure.Message} is still a stub: write it at {place}, and time it then."
            : $"{failure.Message} ({place})";
    }
}
