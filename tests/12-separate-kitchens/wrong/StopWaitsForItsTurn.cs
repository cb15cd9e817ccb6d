// wrong: the stop waits until the question that hangs is answered
// fails: A_question_that_hangs_does_not_hold_up_the_stop, Whoever_asked_a_worker_that_is_killed_is_told
// says: "waits for the turn of those who ask"
using System.Diagnostics;
using System.Text;

namespace Katas.SeparateKitchens;

public sealed class WorkerProcess : IAsyncDisposable
{
    private const string Answer = "= ";
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Process _process;
    private readonly StreamWriter _input;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly StringBuilder _errors = new();
    private readonly Task<int> _end;
    private TaskCompletionSource<string>? _asked;

    private WorkerProcess(Process process)
    {
        _process = process;
        Id = process.Id;
        _input = process.StandardInput;
        _end = End(Task.WhenAll(ReadAnswers(), ReadErrors()));
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
        var start = new ProcessStartInfo(fileName, [.. arguments, "--with-parent"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = s_utf8,
            StandardOutputEncoding = s_utf8,
            StandardErrorEncoding = s_utf8,
        };
        return new WorkerProcess(Process.Start(start)!);
    }

    public async Task<string> AskAsync(string question)
    {
        if (question.AsSpan().ContainsAny('\r', '\n'))
            throw new ArgumentException("A question is one line.", nameof(question));
        await _turn.WaitAsync();
        try
        {
            var answer = new TaskCompletionSource<string>(
                TaskCreationOptions.RunContinuationsAsynchronously
            );
            Volatile.Write(ref _asked, answer);
            await Send(question);
            if (await Task.WhenAny(answer.Task, _end) != answer.Task && !answer.Task.IsCompleted)
                throw new WorkerDiedException(await _end, Errors);
            return await answer.Task;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<int> StopAsync(TimeSpan grace, TimeProvider clock)
    {
        await _turn.WaitAsync();
        _turn.Release();
        _ = CloseInput();
        try
        {
            return await _end.WaitAsync(grace, clock);
        }
        catch (TimeoutException)
        {
            Kill();
            return await _end;
        }
    }

    public async ValueTask DisposeAsync() =>
        await StopAsync(TimeSpan.FromSeconds(2), TimeProvider.System);

    private Task Send(string question) =>
        UseInput(async () =>
        {
            await _input.WriteLineAsync(question);
            await _input.FlushAsync();
        });

    private Task CloseInput() =>
        UseInput(() =>
        {
            _input.Close();
            return Task.CompletedTask;
        });

    private async Task UseInput(Func<Task> use)
    {
        await _writing.WaitAsync();
        try
        {
            await use();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException) { }
        finally
        {
            _writing.Release();
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException) { }
    }

    private async Task<int> End(Task reading)
    {
        await _process.WaitForExitAsync();
        var nap = TimeSpan.FromMilliseconds(20);
        for (var naps = 25; naps > 0 && !reading.IsCompleted; naps--)
            await Task.WhenAny(reading, Task.Delay(nap, TimeProvider.System));
        _ = CloseInput();
        var exitCode = _process.ExitCode;
        _process.Dispose();
        return exitCode;
    }

    private async Task ReadAnswers()
    {
        using var output = _process.StandardOutput;
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Answer, StringComparison.Ordinal))
                Volatile.Read(ref _asked)?.TrySetResult(line[Answer.Length..]);
        }
    }

    private async Task ReadErrors()
    {
        using var errors = _process.StandardError;
        while (await errors.ReadLineAsync() is { } line)
        {
            lock (_errors)
                _errors.AppendLine(line);
        }
    }
}
