using System.Globalization;
using Katas.Harness.Engine.Host;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

/// <summary>
/// Runs the tests of one folder to the last verdict. When a test takes its host with it, <see cref="RunState"/> decides whose fault that was,
/// and those that have not run go on in a fresh host.
/// </summary>
internal sealed class TestRun(IHostSource hosts, EngineOptions options, HostRequest request)
{
    /// <summary>A host whose test waits answers at once, but its first stack trace takes a while on a busy machine; only one whose test runs costs all of this.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    private readonly RunState _state = new();
    private readonly List<TestHits> _hits = [];
    private bool _isComplete;
    private int _runs;

    /// <summary>Whether there is nothing more that anybody wants to know.</summary>
    private bool IsOver => _isComplete || (request.StopsAtFirstFailure && _state.HasFailure);

    /// <summary>Which tests there are, from somebody who knows it better than a host.</summary>
    public void Expect(IReadOnlyList<TestName> tests) => _state.Discover(tests);

    public async Task<ChapterVerdicts> Complete(
        string slug,
        HostUse use,
        CancellationToken cancellationToken
    )
    {
        RunError? error;
        do
        {
            var host = await hosts.Take(use, request.Shared).ConfigureAwait(false);
            error = await Follow(host, use, cancellationToken).ConfigureAwait(false);
            hosts.Fill();
        } while (error is null && !IsOver && _state.Left.Count > 0);
        return new(slug, [], _state.Verdicts, _runs, error) { Hits = _hits };
    }

    /// <summary>What is known of a run that was stopped.</summary>
    public ChapterVerdicts Stopped(string slug, TimeSpan limit) =>
        new(
            slug,
            [],
            _state.Verdicts,
            _runs,
            new RunError(
                "time limit",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The chapter's tests had not ended after {limit.TotalSeconds:0} s, and were stopped."
                )
            )
        )
        {
            Hits = _hits,
        };

    /// <summary>Follows one host until it has run what is left, or is lost; returns why the tests cannot run at all, if so.</summary>
    private async Task<RunError?> Follow(
        HostProcess host,
        HostUse use,
        CancellationToken cancellationToken
    )
    {
        var isClean = false;
        try
        {
            _state.BeginHost();
            await host.Request(
                    request with
                    {
                        Only = _state.IsDiscovered
                            ? [.. _state.Left.Select(test => test.FullName)]
                            : null,
                    }
                )
                .ConfigureAwait(false);
            while (true)
            {
                var (message, failure) = await Receive(host, cancellationToken)
                    .ConfigureAwait(false);
                // What is left running may end the host when all tests have ended: the verdicts stand.
                if (failure is not null)
                    return IsOver ? null : _state.Fail(failure);
                if (message is HostMessage.Broken broken)
                    return new RunError("cannot run", broken.Reason);
                if (message is HostMessage.Idle idle)
                {
                    isClean = idle.Leftover is null;
                    return null;
                }
                Note(message!);
                // A test that hangs may go on in its host, and keep a core busy.
                if (IsOver && (use == HostUse.Fresh || IsHung(message)))
                    return null;
            }
        }
        finally
        {
            if (isClean && use == HostUse.Shared)
                await hosts.Return(host).ConfigureAwait(false);
            else
                await host.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The host's next message, or how it was lost.</summary>
    private async Task<(HostMessage? Message, HostFailure? Failure)> Receive(
        HostProcess host,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var message = await host.Next(options.SilenceLimit, cancellationToken)
                .ConfigureAwait(false);
            if (message is HostMessage.Exiting exit)
                return (null, HostFailure.Exit(exit.Code));
            if (message is not null)
                return (message, null);
            await host.WaitForExit().ConfigureAwait(false);
            return (
                null,
                host.HasFlooded
                    ? HostFailure.OutputLimit(options.OutputLimit)
                    : HostFailure.Crash(host.Errors)
            );
        }
        catch (TimeoutException)
        {
            var place = await WaitingPlace(host, cancellationToken).ConfigureAwait(false);
            return (null, HostFailure.TimeLimit(options.SilenceLimit, place));
        }
    }

    private void Note(HostMessage message)
    {
        switch (message)
        {
            case HostMessage.Discovered discovered:
                _state.Discover(discovered.Tests);
                break;
            case HostMessage.Started started:
                _state.Start(started.Test);
                break;
            case HostMessage.Ended ended:
                _state.End(ended.Verdict);
                if (ended.Hits is { } hits)
                    _hits.Add(new(ended.Verdict.Test.FullName, hits));
                break;
            case HostMessage.RunEnded:
                _runs++;
                _isComplete = _runs == request.Runs || _state.HasFailure;
                break;
        }
    }

    private static bool IsHung(HostMessage? message) =>
        message is HostMessage.Ended { Verdict.Outcome: Outcome.TimeLimit };

    /// <summary>Asks a host that has gone silent where it waits, and takes its next message, if there is one, as the answer.</summary>
    private static async Task<string?> WaitingPlace(
        HostProcess host,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await host.RequestPlace().ConfigureAwait(false);
            var answer = await host.Next(AnswerLimit, cancellationToken).ConfigureAwait(false);
            return (answer as HostMessage.Ended)?.Verdict.StackTrace;
        }
        catch (TimeoutException)
        {
            // It does not wait, it runs; or it does not listen.
            return null;
        }
    }
}
