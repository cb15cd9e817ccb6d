using Katas.Harness.Engine.Host;

namespace Katas.Harness.Engine;

/// <summary>
/// Runs the tests of one folder to the last verdict. When a test takes its host with it, that test gets its verdict, and those that have
/// not run go on in a fresh host.
/// </summary>
internal sealed class TestRun(
    HostPool hosts,
    EngineOptions options,
    string testAssembly,
    IReadOnlyDictionary<string, string> variables
)
{
    /// <summary>A host whose test waits answers at once, but its first stack trace takes a while on a busy machine; only one whose test runs costs all of this.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    private readonly RunState _ledger = new();

    public async Task<ChapterVerdicts> Complete(
        string slug,
        int runs,
        CancellationToken cancellationToken
    )
    {
        string? trouble;
        do
        {
            var host = await hosts.Take().ConfigureAwait(false);
            await using (host.ConfigureAwait(false))
                trouble = await Follow(host, runs, cancellationToken).ConfigureAwait(false);
            hosts.Fill();
        } while (trouble is null && !_ledger.IsComplete);
        return new(slug, [], _ledger.Verdicts, _ledger.Runs, trouble);
    }

    /// <summary>Follows one host to its end, and returns why the tests cannot run at all, if so.</summary>
    private async Task<string?> Follow(
        HostProcess host,
        int runs,
        CancellationToken cancellationToken
    )
    {
        await host.Ask(new HostRequest(testAssembly, variables, _ledger.Left, runs))
            .ConfigureAwait(false);
        while (true)
        {
            HostMessage? message;
            try
            {
                message = await host.Next(options.SilenceLimit, cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                await Silence(host, cancellationToken).ConfigureAwait(false);
                return null;
            }

            switch (message)
            {
                case HostMessage.Broken broken:
                    return broken.Reason;
                case HostMessage.Exiting exit:
                    _ledger.Lose(Loss.Exit(exit.Code));
                    return null;
                case null:
                    var code = await host.Lost().ConfigureAwait(false);
                    if (!_ledger.IsDiscovered && !host.HasFlooded)
                        return Loss.Crash(code, host.Errors).Message;
                    _ledger.Lose(
                        host.HasFlooded
                            ? Loss.Flood(options.OutputLimit)
                            : Loss.Crash(code, host.Errors)
                    );
                    return null;
                default:
                    _ledger.Note(message);
                    break;
            }
            if (message is HostMessage.RunEnded && (_ledger.Runs == runs || _ledger.HasFailure))
                return null;
        }
    }

    /// <summary>Asks a host that has gone silent where it waits, and takes its next word, if there is one, as the answer.</summary>
    private async Task Silence(HostProcess host, CancellationToken cancellationToken)
    {
        string? where = null;
        try
        {
            await host.AskWhere().ConfigureAwait(false);
            var answer = await host.Next(AnswerLimit, cancellationToken).ConfigureAwait(false);
            where = (answer as HostMessage.Ended)?.StackTrace;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It does not wait, it runs; or it does not listen.
        }
        _ledger.Lose(Loss.Hang(options.SilenceLimit, where));
    }
}
