// wrong: only IOException is expected when writing, so who asks after StopAsync gets an ObjectDisposedException instead of WorkerDiedException
// fails: A_worker_that_was_stopped_has_no_answers_any_more
// says: "saw ObjectDisposedException"
using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace Katas.SeparateKitchens;

/// <summary>A kitchen in a process of its own, seen from the counter: it is started, asked, and stopped.</summary>
public sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly Channel<string> _answers = Channel.CreateUnbounded<string>();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Task _read;
    private readonly Task _exited;
    private readonly Task<int> _ended;

    private WorkerProcess(Process process)
    {
        _process = process;
        _read = Task.WhenAll(ReadAnswersAsync(), ReadErrorsAsync());
        _exited = process.WaitForExitAsync();
        _ended = WatchAsync();
    }

    /// <summary>The id of the worker's process.</summary>
    public int Id => _process.Id;

    /// <summary>What the worker has written to its standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
                return _errors.ToString();
        }
    }

    /// <summary>Kata 1. Starts a kitchen as a child process.</summary>
    public static WorkerProcess Start(string fileName, IEnumerable<string> arguments)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var info = new ProcessStartInfo(fileName)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        info.ArgumentList.Add("--with-parent");
        return new WorkerProcess(Process.Start(info)!);
    }

    /// <summary>Kata 2. Asks the worker one question.</summary>
    public async Task<string> AskAsync(string question)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            try
            {
                await _process.StandardInput.WriteLineAsync(question).ConfigureAwait(false);
            }
            catch (IOException)
            {
                // The pipe is broken: nobody is there to read it, and there will be no answer.
            }
            while (await _answers.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                if (_answers.Reader.TryRead(out var answer))
                    return answer;
            }
            var exitCode = await _ended.ConfigureAwait(false);
            throw new WorkerDiedException(exitCode, Errors);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Kata 3. Asks the worker to leave, and kills it when it does not.</summary>
    public async Task<int> StopAsync(TimeSpan grace, TimeProvider clock)
    {
        await _process.StandardInput.BaseStream.DisposeAsync().ConfigureAwait(false);
        try
        {
            await _exited.WaitAsync(grace, clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            try
            {
                _process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException)
            {
                // It has left at this very moment.
            }
        }
        return await _ended.ConfigureAwait(false);
    }

    /// <summary>Stops the worker, with two seconds of grace.</summary>
    public async ValueTask DisposeAsync() =>
        await StopAsync(TimeSpan.FromSeconds(2), TimeProvider.System);

    private async Task<int> WatchAsync()
    {
        await _exited.ConfigureAwait(false);

        // A grandchild may hold the pipes open.
        await Task.WhenAny(_read, Task.Delay(TimeSpan.FromSeconds(1))).ConfigureAwait(false);
        _answers.Writer.TryComplete();
        return _process.ExitCode;
    }

    private async Task ReadAnswersAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
                _answers.Writer.TryWrite(line[2..]);
        }
    }

    private async Task ReadErrorsAsync()
    {
        var buffer = new char[4096];
        int count;
        while ((count = await _process.StandardError.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            lock (_errors)
                _errors.Append(buffer, 0, count);
        }
    }
}
