// wrong: a blank line on standard output is taken for its end
// fails: Talk_with_something_like_the_mark_is_no_answer
// says: "look at what ends the reading"
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace Katas.SeparateKitchens;

/// <summary>A kitchen in a process of its own, seen from the counter: it is started, asked, and stopped.</summary>
/// <remarks>
/// A kitchen takes one question a line on its standard input, and answers with one line on its standard output that begins with "= ". Other
/// lines there are talk, and so is all of its standard error.
/// </remarks>
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
        // Both outputs are read all the time, asked for or not: a pipe holds some 64 KB, and a process that writes more waits for a reader.
        _end = End(Task.WhenAll(ReadAnswers(), ReadErrors()));
    }

    /// <summary>The id of the worker's process.</summary>
    public int Id { get; }

    /// <summary>What the worker has written to its standard error so far.</summary>
    public string Errors => string.Concat(_errors);

    /// <summary>
    /// Kata 1. Starts a kitchen as a child process.
    /// </summary>
    /// <remarks>
    /// Its input and both of its outputs are connected to this object, in UTF-8. What it writes is read all the time, whether anybody has asked
    /// or not, so that it never has to wait for a reader. It is started with the further argument <c>--with-parent</c>, which makes it leave
    /// when its input ends: then nothing stays behind, even if this process is killed.
    /// </remarks>
    /// <param name="fileName">The program.</param>
    /// <param name="arguments">Its arguments, before <c>--with-parent</c>.</param>
    /// <returns>The worker, started.</returns>
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

    /// <summary>
    /// Kata 2. Asks the worker one question and waits, without a thread, for the answer.
    /// </summary>
    /// <remarks>Several may ask at the same time: each gets the answer to its own question.</remarks>
    /// <param name="question">One line, such as <c>echo ramen</c>.</param>
    /// <returns>The answer, without the "= " before it.</returns>
    /// <exception cref="WorkerDiedException">The worker ended before it had answered, or had already ended.</exception>
    public async Task<string> AskAsync(string question)
    {
        // Two lines would be two questions, and every answer after them that of the question before.
        if (question.AsSpan().ContainsAny('\r', '\n'))
            throw new ArgumentException("A question is one line.", nameof(question));
        // One question at a time: answers carry no names, so only their order tells whose they are.
        await _turn.WaitAsync();
        try
        {
            var answer = new TaskCompletionSource<string>(
                TaskCreationOptions.RunContinuationsAsynchronously
            );
            _asked = answer;
            // Not to a worker that was asked to leave: its end is the answer.
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

    /// <summary>
    /// Kata 3. Asks the worker to leave by closing its input, and waits; when it has not left in time, kills it with everything that it has
    /// started. Calling it again is harmless.
    /// </summary>
    /// <param name="grace">How long the worker may take to leave on its own.</param>
    /// <param name="clock">Whose time.</param>
    /// <returns>The exit code, when the process is gone and all that it has written is read.</returns>
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

    /// <summary>Stops the worker, with two seconds of grace.</summary>
    public async ValueTask DisposeAsync() =>
        await StopAsync(TimeSpan.FromSeconds(2), TimeProvider.System);

    /// <summary>Writes what is asked, and closes the input at the end of the questions.</summary>
    private async Task WriteQuestions()
    {
        try
        {
            // Closed here, and not in the middle of a question. A worker that does not read it to its end will be killed, and that ends the
            // writing, too.
            using var input = _process.StandardInput;
            await foreach (var question in _questions.Reader.ReadAllAsync())
                await input.WriteLineAsync(question);
        }
        catch (IOException)
        {
            // The worker is gone: the end of its process says how.
        }
    }

    private void Kill()
    {
        try
        {
            // The whole tree: what the worker has started would outlive it, and nobody would know.
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has left at the last moment.
        }
    }

    /// <summary>Waits for the end of the process, and for the rest of its output.</summary>
    private async Task<int> End(Task reading)
    {
        await _process.WaitForExitAsync();
        // The ends of the pipes may be far away: a process that the worker has left behind holds them too. So half a second has to do, in
        // naps, which take longer on a busy machine, as reading does.
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
        var output = _process.StandardOutput;
        while (await output.ReadLineAsync() is { Length: > 0 } line)
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
