using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>What the measuring process has said so far, and what is made of it in the end.</summary>
/// <param name="chapter">The chapter's slug.</param>
/// <param name="root">The workbook's folder, to which file names are shown relative.</param>
internal sealed class MeasurementLog(string chapter, string root)
{
    private readonly Dictionary<string, Measurements> _workloads = new(StringComparer.Ordinal);
    private readonly List<KataFailure> _failures = [];
    private readonly List<string> _troubles = [];

    /// <summary>Whether the process said that it was done.</summary>
    public bool IsComplete { get; private set; }

    public void Add(MeasureMessage message)
    {
        if (message.Measured is { } measured)
            _workloads[message.Title] = measured;
        if (message.Failure is { } failure)
            _failures.Add(failure);
        IsComplete |= message.Kind == MeasureMessage.End;
    }

    public void AddProblem(string sentence) => _troubles.Add(sentence);

    /// <exception cref="TimeException">There is nothing to report.</exception>
    public TimeResult Result(bool wasInterrupted, string runtime)
    {
        var measured = _workloads.Values.Where(workload => workload.Rounds > 0).ToArray();
        string[] troubles =
        [
            .. _failures.Select(Say),
            .. measured.SelectMany(Troubles),
            .. _troubles,
        ];
        if (measured.Length == 0)
            throw NothingMeasured(wasInterrupted, troubles);
        return new TimeResult(
            chapter,
            measured[0].Cores,
            runtime,
            [.. measured.Select(TimedWorkload.Of)],
            troubles,
            wasInterrupted ? ExitCodes.Cancelled
                : troubles.Length > 0 ? ExitCodes.Found
                : ExitCodes.Ok
        );
    }

    private TimeException NothingMeasured(bool wasInterrupted, string[] troubles)
    {
        if (wasInterrupted)
            return new("Interrupted before the first round was complete.", ExitCodes.Cancelled);
        if (_failures is [{ IsStub: true } stub, ..])
            return new(Say(stub), ExitCodes.Stub);
        return new(
            troubles.Length > 0
                ? string.Join('\n', troubles)
                : $"The chapter {chapter} has no workload: a public class in its timing folder that implements IWorkload.",
            ExitCodes.Found
        );
    }

    private IEnumerable<string> Troubles(Measurements measured) =>
        measured
            .Others.Where(series => series.IsOut)
            .Select(series =>
                $"{series.Name}, {Format.Workers(series.Workers)}: {(series.Failure is { } failure ? Say(failure) : series.Difference + ".")}"
            );

    private string Say(KataFailure failure)
    {
        var place = failure.File is { } file
            ? $"{Path.GetRelativePath(root, file).Replace('\\', '/')}:{failure.Line}"
            : "a place without symbols";
        return failure.IsStub
            ? $"{failure.Message} is still a stub: write it at {place}, and time it then."
            : $"{failure.Message} ({place})";
    }
}
