using System.Globalization;
using System.Text.Json;
using Katas.Harness.Engine.Host;
using Katas.Harness.Machines;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

/// <summary>A process that runs tests: it is asked, and reports as it goes.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(10);

    private readonly PipedProcess _process;

    private HostProcess(PipedProcess process) => _process = process;

    /// <summary>Whether the host was killed because it wrote too much to its console.</summary>
    public bool HasFlooded => _process.HasFlooded;

    /// <summary>How often it has been asked to run tests.</summary>
    public int Runs { get; private set; }

    /// <summary>The folder of the assemblies that its runs share, once it has been asked.</summary>
    public string? Shared { get; private set; }

    /// <summary>What the host wrote to its error output; complete once <see cref="WaitForExit"/> has returned.</summary>
    public string Errors => _process.Errors;

    public static async Task<HostProcess> Start(EngineOptions options) =>
        new(
            await PipedProcess
                .Start(
                    pipe =>
                    {
                        var start = HostCommand.StartInfo(pipe);
                        DotnetHost.RemoveBuildVariables(start);
                        // The journal of a test process around this one is not for its children.
                        start.Environment.Remove(JournalEntry.FolderVariable);
                        start.Environment[HostRequest.HangBudgetVariable] =
                            options.HangBudget.TotalSeconds.ToString(CultureInfo.InvariantCulture);
                        return start;
                    },
                    options.OutputLimit,
                    CancellationToken.None
                )
                .ConfigureAwait(false)
        );

    public Task Request(HostRequest request)
    {
        Runs++;
        Shared = request.Shared;
        return _process.WriteLine(JsonSerializer.Serialize(request));
    }

    /// <summary>Asks where the running test waits; the answer, if it can answer, is that test's end.</summary>
    public Task RequestPlace() => _process.WriteLine(HostRequest.WhereAreYou);

    /// <summary>Lets tests begin that wait for a debugger.</summary>
    public Task LetGoOn() => _process.WriteLine(HostRequest.GoOn);

    /// <summary>The next message, or <see langword="null"/> when the host is gone.</summary>
    /// <exception cref="TimeoutException">Nothing came in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<HostMessage?> Next(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        either.CancelAfter(limit);
        try
        {
            var line = await _process.ReadLine(either.Token).ConfigureAwait(false);
            return line is null ? null : JsonSerializer.Deserialize<HostMessage>(line);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The host reported nothing for {limit}.", e);
        }
        catch (JsonException)
        {
            // The host died in the middle of a line.
            return null;
        }
    }

    /// <summary>Waits until the process that has closed its pipe is gone, and its output is read.</summary>
    public Task WaitForExit() => _process.WaitForExit(ExitLimit);

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
