using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
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
    private readonly bool _isSealed;
    private MessageSeal? _seal;

    private HostProcess(PipedProcess process, bool isSealed) =>
        (_process, _isSealed) = (process, isSealed);

    /// <summary>Whether the host was killed because it wrote too much to its console.</summary>
    public bool HasFlooded => _process.HasFlooded;

    /// <summary>How often it has been asked to run tests.</summary>
    public int Runs { get; private set; }

    /// <summary>The folder of the assemblies that its runs share, once it has been asked.</summary>
    public string? Shared { get; private set; }

    /// <summary>What the host wrote to its error output; complete once <see cref="WaitForExit"/> has returned.</summary>
    public string Errors => _process.Errors;

    /// <summary>Starts a host for code of the workbook's own, or of somebody who tests their own.</summary>
    public static async Task<HostProcess> Start(EngineOptions options) =>
        new(
            await PipedProcess
                .Start(
                    pipe => Prepared(HostCommand.StartInfo(pipe), options),
                    options.OutputLimit,
                    CancellationToken.None
                )
                .ConfigureAwait(false),
            isSealed: false
        );

    /// <summary>Starts a host for code that nobody trusts: its messages are sealed.</summary>
    /// <param name="options">Its limits.</param>
    /// <param name="run">How it is started.</param>
    /// <param name="folder">The folder that its tests lie in.</param>
    public static async Task<HostProcess> Start(
        EngineOptions options,
        UntrustedRun run,
        string folder
    ) =>
        new(
            await PipedProcess
                .Start(
                    pipe => run.Launch(Prepared(HostCommand.Direct(pipe), options), pipe, folder),
                    options.OutputLimit,
                    CancellationToken.None,
                    run.User
                )
                .ConfigureAwait(false),
            isSealed: true
        );

    public Task Request(HostRequest request)
    {
        Runs++;
        Shared = request.Shared;
        if (_isSealed)
        {
            // A new one for each process: what one run may have found out is worth nothing in the next.
            request = request with
            {
                Seal = RandomNumberGenerator.GetHexString(32),
            };
            _seal = new MessageSeal(request.Seal!);
        }
        return _process.WriteLine(JsonSerializer.Serialize(request));
    }

    /// <summary>Runs tests of which nobody wants to know more than whether they leave the host as it was.</summary>
    /// <param name="tests">Which.</param>
    /// <param name="limit">How long it may say nothing.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <returns>Whether they do.</returns>
    public async Task<bool> Rehearse(
        HostRequest tests,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        await Request(tests).ConfigureAwait(false);
        try
        {
            while (true)
            {
                switch (await Next(limit, cancellationToken).ConfigureAwait(false))
                {
                    case HostMessage.Idle idle:
                        // Elsewhere it cannot be known; the tests are the workbook's own, and so is what they test.
                        return idle.Leftover is null || !OperatingSystem.IsLinux();
                    case null
                    or HostMessage.Exiting
                    or HostMessage.Broken
                    or HostMessage.Ended { Verdict.IsFailure: true }:
                        return false;
                }
            }
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return false;
        }
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
            if (line is null)
                return null;
            if ((_seal is null ? line : _seal.Open(line)) is { } message)
                return JsonSerializer.Deserialize<HostMessage>(message);
            // Somebody else has written it, so nothing that comes after it can be believed.
            _process.Kill();
            return null;
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

    private static ProcessStartInfo Prepared(ProcessStartInfo start, EngineOptions options)
    {
        DotnetHost.RemoveBuildVariables(start);
        // The journal of a test process around this one is not for its children.
        start.Environment.Remove(JournalEntry.FolderVariable);
        start.Environment.Remove(HostRequest.ReceivedVariable);
        start.Environment[HostRequest.HangBudgetVariable] =
            options.HangBudget.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        start.Environment[Explorer.Explorer.ReportRootVariable] =
            options.ReportRoot ?? Explorer.Explorer.NoReports;
        return start;
    }
}
