// wrong: a line with the mark anywhere in it counts as an answer
// fails: Talk_with_something_like_the_mark_is_no_answer
// says: "where in a line"
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace Katas.SeparateKitchens;

public sealed class WorkerProcess : IAsyncDisposable
{
    private const string Answer = "= ";
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Process _process;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Channel<string> _questions = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Task<int> _end;
    private volatile TaskCompletionSource<string>? _asked;

    private WorkerProcess(Process process)
    {
        _process = process;
        Id = process.Id;
        _ = WriteQuestions();
        _end = End(Task.WhenAll(ReadAnswers(), ReadErrors()));
    }

    public int Id { get; }

    public string Errors => string.Concat(_errors);

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
            _asked = answer;
            _questions.Writer.TryWrite(question);
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
        _questions.Writer.TryComplete();
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

    private async Task WriteQuestions()
    {
        try
        {
            using var input = _process.StandardInput;
            await foreach (var question in _questions.Reader.ReadAllAsync())
                await input.WriteLineAsync(question);
        }
        catch (IOException) { }
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
        _questions.Writer.TryComplete();
        var exitCode = _process.ExitCode;
        _process.Dispose();
        return exitCode;
    }

    private async Task ReadAnswers()
    {
        using var output = _process.StandardOutput;
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Answer, StringComparison.Ordinal) is var at and >= 0)
                _asked?.TrySetResult(line[(at + Answer.Length)..]);
        }
    }

    private async Task ReadErrors()
    {
        using var errors = _process.StandardError;
        while (await errors.ReadLineAsync() is { } line)
            _errors.Enqueue(line + Environment.NewLine);
    }
}
