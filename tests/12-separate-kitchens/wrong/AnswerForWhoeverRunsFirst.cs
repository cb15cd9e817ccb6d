// wrong: Only the sending waits for its turn; then all who wait are woken by one answer, and the first to run takes it.
// fails: The_first_answer_is_for_the_first_question_whoever_runs_first
// says: "whoever runs first when it comes"
using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace Katas.SeparateKitchens;

/// <summary>A kitchen in a process of its own, seen from the counter: it is started, asked, and stopped.</summary>
public sealed class WorkerProcess : IAsyncDisposable
{
    private const string Mark = "= ";

    // For one that died and left a process of its own behind, which holds the pipes open.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly StreamWriter _input;
    private readonly Channel<string> _answers = Channel.CreateUnbounded<string>();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly StringBuilder _errors = new();
    private readonly Task<int> _ended;

    private WorkerProcess(Process process)
    {
        _process = process;
        _input = process.StandardInput;
        Id = process.Id;
        _ended = Task.Run(WatchAsync);
    }

    public int Id { get; }

    public string Errors
    {
        get
        {
            lock (_errors)
                return _errors.ToString();
        }
    }

    public static WorkerProcess Start(string fileName, IEnumerable<string> arguments)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var info = new ProcessStartInfo(fileName, [.. arguments, "--with-parent"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        return new WorkerProcess(Process.Start(info)!);
    }

    public async Task<string> AskAsync(string question)
    {
        await _turn.WaitAsync();
        try
        {
            await SendAsync(question);
        }
        finally
        {
            _turn.Release();
        }

        while (await _answers.Reader.WaitToReadAsync())
        {
            if (_answers.Reader.TryRead(out var answer))
                return answer;
        }

        throw new WorkerDiedException(await _ended, Errors);
    }

    public async Task<int> StopAsync(TimeSpan grace, TimeProvider clock)
    {
        CloseInput();
        try
        {
            return await _ended.WaitAsync(grace, clock);
        }
        catch (TimeoutException)
        {
            Kill();
        }

        return await _ended;
    }

    /// <summary>Stops the worker, with two seconds of grace.</summary>
    public async ValueTask DisposeAsync() =>
        await StopAsync(TimeSpan.FromSeconds(2), TimeProvider.System);

    private async Task SendAsync(string question)
    {
        try
        {
            await _input.WriteAsync(question + "\n");
            await _input.FlushAsync();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It is gone or going; its outputs tell the rest.
        }
    }

    private void CloseInput()
    {
        try
        {
            _input.Close();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It is gone already, or a question is on its way: closed all the same.
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has left in this instant.
        }
    }

    private async Task<int> WatchAsync()
    {
        var read = Task.WhenAll(Task.Run(ReadAnswersAsync), Task.Run(ReadErrorsAsync));
        await _process.WaitForExitAsync();
        await Task.WhenAny(read, Task.Delay(s_patience));
        _answers.Writer.TryComplete();
        var exitCode = _process.ExitCode;
        _process.Dispose();
        return exitCode;
    }

    private async Task ReadAnswersAsync()
    {
        using var output = _process.StandardOutput;
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
                _answers.Writer.TryWrite(line[Mark.Length..]);
        }
    }

    private async Task ReadErrorsAsync()
    {
        using var errors = _process.StandardError;
        var buffer = new char[4096];
        for (int read; (read = await errors.ReadAsync(buffer)) > 0; )
        {
            lock (_errors)
                _errors.Append(buffer, 0, read);
        }
    }
}
