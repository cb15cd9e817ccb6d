using System.Diagnostics;
using System.Text.Json;
using Katas.Harness.Engine;
using Katas.Harness.Grading.Sandbox;
using Katas.Harness.Machines;

namespace Katas.Harness.Grading.Compiling;

/// <summary>A process that compiles one answer after the other; no code of theirs runs in it.</summary>
internal sealed class CompilerProcess : IAsyncDisposable
{
    private const long OutputLimit = 1024 * 1024;

    private readonly PipedProcess _process;

    private CompilerProcess(PipedProcess process) => _process = process;

    /// <summary>Whether it is gone, and another must be started.</summary>
    public bool IsLost { get; private set; }

    public static async Task<CompilerProcess> Start(
        ISandbox sandbox,
        IReadOnlyList<string> paths,
        CancellationToken cancellationToken
    )
    {
        var user = sandbox.DrawUser();
        return new(
            await PipedProcess
                .Start(
                    pipe => sandbox.Enclose(Command(pipe), new SandboxView(paths, pipe, user)),
                    OutputLimit,
                    cancellationToken,
                    user
                )
                .ConfigureAwait(false)
        );
    }

    /// <summary>Whether it has compiled an answer before: what that has cost counts towards the limits of the process.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Compiles an answer, or says why it could not be done.</summary>
    /// <param name="request">The answer.</param>
    /// <param name="limit">How long it may take by the clock, whatever the process says.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns><see langword="null"/> when the process has ended without a word.</returns>
    public async Task<CompileReply?> Compile(
        CompileRequest request,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        either.CancelAfter(limit);
        // Whatever happens to this answer, the next one gets a process that is whole.
        IsLost = true;
        try
        {
            await _process.WriteLine(JsonSerializer.Serialize(request)).ConfigureAwait(false);
            var line = await _process.ReadLine(either.Token).ConfigureAwait(false);
            if (line is null)
                return null;
            var reply = JsonSerializer.Deserialize<CompileReply>(line)!;
            IsUsed = true;
            IsLost = reply.Errors.Any(error => error.Line == 0);
            return reply;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return CompileReply.Failed(
                $"The compiler had not ended after {limit.TotalSeconds:0} s."
            );
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static ProcessStartInfo Command(string pipe)
    {
        var start = DotnetHost.StartInfo(typeof(CompilerProcess).Assembly.Location, pipe);
        DotnetHost.RemoveBuildVariables(start);
        return start;
    }
}
