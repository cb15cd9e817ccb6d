using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Katas.Harness.Engine;
using Katas.Harness.Machines;
using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>Starts the measuring process and reads its messages: the parent's side of <see cref="MeasuringHost"/>.</summary>
internal sealed class MeasuringProcess : IAsyncDisposable
{
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(3);

    private readonly PipedProcess _process;

    private MeasuringProcess(PipedProcess process) => _process = process;

    /// <summary>Starts the process and waits until it is connected.</summary>
    /// <exception cref="TimeException">It ended before that.</exception>
    public static async Task<MeasuringProcess> Start(
        string testAssembly,
        ComparisonOptions options,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var process = await PipedProcess
                .Start(
                    pipe =>
                        DotnetHost.StartInfo(
                            typeof(MeasuringProcess).Assembly.Location,
                            [
                                MeasureCommand.Name,
                                pipe,
                                testAssembly,
                                Text(options.Rounds),
                                .. options.Workers.Select(Text),
                            ]
                        ),
                    outputLimit: long.MaxValue,
                    cancellationToken
                )
                .ConfigureAwait(false);
            return new MeasuringProcess(process);
        }
        catch (PipedProcessException e)
        {
            throw new TimeException(DescribeExit(e.ExitCode, e.Errors), ExitCodes.Found);
        }
    }

    /// <summary>Its messages until it ends. A cancellation requests it to stop and leaves it a moment to send the rest.</summary>
    public async IAsyncEnumerable<MeasureMessage> Read(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var waitLimit = new CancellationTokenSource();
        var registration = cancellationToken.Register(() =>
        {
            waitLimit.CancelAfter(ExitLimit);
            _ = _process.WriteLine("stop");
        });
        await using var registrationDisposal = registration.ConfigureAwait(false);
        while (await ReadLine(waitLimit.Token).ConfigureAwait(false) is { } line)
            yield return JsonSerializer.Deserialize<MeasureMessage>(line)!;
    }

    /// <summary>A sentence about a process that ended before it had measured everything.</summary>
    public async Task<string> DescribeExit()
    {
        await _process.WaitForExit(ExitLimit).ConfigureAwait(false);
        return DescribeExit(_process.ExitCode, _process.Errors);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _process.WaitForExit(ExitLimit).ConfigureAwait(false);
        await _process.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<string?> ReadLine(CancellationToken waitLimit)
    {
        try
        {
            return await _process.ReadLine(waitLimit).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static string DescribeExit(int? exitCode, string errors)
    {
        const int Shown = 5;
        var code = exitCode is { } number ? $" with exit code {Text(number)}" : "";
        var said = string.Join('\n', errors.Trim().Split('\n').Take(Shown));
        return $"The process that measured ended early{code}. Look for what ends a process: Environment.Exit, a stack overflow, an exception on a thread of its own.{(said.Length > 0 ? "\n" + said : "")}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
