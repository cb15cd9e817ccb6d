// wrong: nobody reads the standard error, so a worker with many errors to write waits endlessly
// fails: A_worker_that_writes_much_to_standard_error_need_not_wait, A_worker_that_dies_is_no_answer, A_worker_that_is_asked_leaves_in_good_order
// says: "nobody asks for it"
using System.Diagnostics;
using System.Text;

namespace Katas.SeparateKitchens;

public sealed class WorkerProcess : IAsyncDisposable
{
    private const string Answer = "= ";
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Process _process;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly StringBuilder _errors = new();
    private readonly Task _end;
    private TaskCompletionSource<string>? _asked;

    private WorkerProcess(Process process)
    {
        _process = process;
        // Both outputs are read all the time, asked for or not: a pipe holds some 64 KB, and a process that writes more waits for a reader.
        _end = Task.WhenAll(ReadAnswers(), process.WaitForExitAsync());
    }

    public int Id => _process.Id;
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
        // One question at a time: answers carry no names, so only their order tells whose they are.
        await _turn.WaitAsync();
        try
        {
            var answer = new TaskCompletionSource<string>(
                TaskCreationOptions.RunContinuationsAsynchronously
            );
            Volatile.Write(ref _asked, answer);
            await Send(question);
            if (await Task.WhenAny(answer.Task, _end) != answer.Task && !answer.Task.IsCompleted)
                throw new WorkerDiedException(_process.ExitCode, Errors);
            return await answer.Task;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<int> StopAsync(TimeSpan grace, TimeProvider clock)
    {
        CloseInput();
        try
        {
            await _end.WaitAsync(grace, clock);
        }
        catch (TimeoutException)
        {
            // The whole tree: what the worker has started would outlive it, and nobody would know.
            _process.Kill(entireProcessTree: true);
            await _end;
        }
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync() =>
        await StopAsync(TimeSpan.FromSeconds(2), TimeProvider.System);

    private async Task Send(string question)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(question);
            await _process.StandardInput.FlushAsync();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The worker is gone, or was asked to go: the end of its process says how.
        }
    }

    private void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The worker is gone already.
        }
    }

    private async Task ReadAnswers()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Answer, StringComparison.Ordinal))
                Volatile.Read(ref _asked)?.TrySetResult(line[Answer.Length..]);
        }
    }
}
