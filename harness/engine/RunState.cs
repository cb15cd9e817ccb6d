using Katas.Harness.Engine.Host;

namespace Katas.Harness.Engine;

/// <summary>Which tests there are, which have their verdict, and which one is running.</summary>
internal sealed class RunState
{
    private readonly Dictionary<string, TestVerdict> _verdicts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);
    private IReadOnlyList<TestName>? _tests;
    private string? _latest;
    private bool _complete;

    /// <summary>Whether a host has told which tests there are.</summary>
    public bool IsDiscovered => _tests is not null;

    /// <summary>How often the tests ran from first to last.</summary>
    public int Runs { get; private set; }

    /// <summary>Whether no test is left to run.</summary>
    public bool IsComplete => _complete || (IsDiscovered && Pending.Count == 0);

    public bool HasFailure =>
        _verdicts.Values.Any(verdict => verdict.Outcome is not (Outcome.Passed or Outcome.Skipped));

    /// <summary>The full names of the tests without a verdict; <see langword="null"/> when nobody knows yet which there are.</summary>
    public IReadOnlyList<string>? Left => _verdicts.Count == 0 ? null : Pending;

    public IReadOnlyList<TestVerdict> Verdicts =>
        [
            .. (_tests ?? [])
                .Where(test => _verdicts.ContainsKey(test.FullName))
                .Select(test => _verdicts[test.FullName]),
        ];

    private List<string> Pending =>
        [
            .. (_tests ?? [])
                .Select(test => test.FullName)
                .Where(name => !_verdicts.ContainsKey(name)),
        ];

    public void Note(HostMessage message)
    {
        switch (message)
        {
            case HostMessage.Discovered discovered:
                _tests ??= discovered.Tests;
                break;
            case HostMessage.Started started:
                _running.Add(started.Test);
                break;
            case HostMessage.Ended ended:
                _running.Remove(ended.Test);
                _latest = ended.Test;
                _verdicts[ended.Test] = Judge(ended);
                break;
            case HostMessage.RunEnded:
                Runs++;
                _complete = true;
                break;
        }
    }

    /// <summary>Gives the verdict to the tests that were running or, when none was, to the one that comes next or was the last.</summary>
    public void Lose(Loss loss)
    {
        _complete = false;
        string?[] blamed =
            _running.Count > 0 ? [.. _running]
            : Pending is { Count: > 0 } pending ? [pending[0]]
            : [_latest];
        foreach (var name in blamed.OfType<string>())
        {
            _verdicts[name] = new TestVerdict(
                Find(name),
                loss.Outcome,
                loss.Message,
                loss.StackTrace,
                ExitCode: loss.ExitCode
            );
        }
        _running.Clear();
    }

    private TestVerdict Judge(HostMessage.Ended ended) =>
        new(
            Find(ended.Test),
            ended.Status switch
            {
                "Passed" => Outcome.Passed,
                "Failed" => GuardsWord(ended.Message),
                _ => Outcome.Skipped,
            },
            ended.Message,
            ended.StackTrace,
            ended.Output,
            TimeSpan.FromSeconds(ended.Seconds)
        );

    /// <summary>The guard of harness/testing (TestEnd) ends tests within the host, and says so with these words.</summary>
    private static Outcome GuardsWord(string? message) =>
        message switch
        {
            _ when message?.StartsWith("Time limit: ", StringComparison.Ordinal) is true =>
                Outcome.TimeLimit,
            _ when message?.StartsWith("Output limit: ", StringComparison.Ordinal) is true =>
                Outcome.OutputLimit,
            _ => Outcome.Failed,
        };

    private TestName Find(string name) =>
        _tests?.FirstOrDefault(test => test.FullName == name) ?? new(name, "", name, null);
}
