using Katas.Harness.Engine.Host;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

/// <summary>Runs one test in a host of its own that waits for a debugger first. Nobody hurries it.</summary>
internal sealed class DebugRun(EngineOptions options, HostRequest request)
{
    /// <summary>The guard knows that a debugger is attached; but one that was detached is no reason to end the test.</summary>
    private static readonly TimeSpan NoLimit = TimeSpan.FromHours(12);

    /// <summary>The verdict; <see langword="null"/> when the host was lost, as when the debugger ends it.</summary>
    public async Task<(TestVerdict? Verdict, RunError? Error)> Complete(
        DebuggedTest test,
        CancellationToken cancellationToken
    )
    {
        var host = await HostProcess
            .Start(options with { HangBudget = NoLimit })
            .ConfigureAwait(false);
        await using var disposal = host.ConfigureAwait(false);
        await host.Request(request with { Only = [test.FullName], WaitsForDebugger = true })
            .ConfigureAwait(false);
        while (true)
        {
            var message = await host.Next(Timeout.InfiniteTimeSpan, cancellationToken)
                .ConfigureAwait(false);
            switch (message)
            {
                case HostMessage.WaitsForDebugger waits:
                    test.ProcessReady(waits.Process);
                    _ = LetGoOn(host, test.GoOn);
                    break;
                case HostMessage.Ended ended:
                    return (ended.Verdict, null);
                case HostMessage.Broken broken:
                    return (null, new RunError("cannot run", broken.Reason));
                case null or HostMessage.Exiting or HostMessage.Idle:
                    return (null, null);
            }
        }
    }

    private static async Task LetGoOn(HostProcess host, Task goOn)
    {
        await goOn.ConfigureAwait(false);
        await host.LetGoOn().ConfigureAwait(false);
    }
}
