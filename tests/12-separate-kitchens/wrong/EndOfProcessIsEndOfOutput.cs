// wrong: the end of the process counts as the end of its output, and what is still in the pipes is left out
// fails: All_that_the_worker_has_written_is_read_when_the_stop_returns
// may fail: A_worker_that_dies_is_no_answer, A_worker_that_is_asked_leaves_in_good_order, Whoever_disposes_of_a_worker_gives_it_time_to_leave, A_question_that_is_answered_in_time_has_its_answer, A_question_is_answered_in_any_alphabet
// says: "besides the end of the process"
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
        _ = reading;
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
            if (line.StartsWith(Answer, StringComparison.Ordinal))
                _asked?.TrySetResult(line[Answer.Length..]);
        }
    }

    private async Task ReadErrors()
    {
        using var errors = _process.StandardError;
        while (await errors.ReadLineAsync() is { } line)
            _errors.Enqueue(line + Environment.NewLine);
    }
}
