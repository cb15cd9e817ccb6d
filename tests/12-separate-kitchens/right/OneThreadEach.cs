// right: threads that block read the outputs, and another waits for the end
using System.Diagnostics;
using System.Text;

namespace Katas.SeparateKitchens;

public sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process = new();
    private readonly Queue<TaskCompletionSource<string>> _waiting = new();
    private readonly StringBuilder _errors = new();
    private readonly Thread[] _readers;
    private readonly Thread _end;
    private bool _isOver;
    private int _isStopped;

    private WorkerProcess(ProcessStartInfo start)
    {
        _process.StartInfo = start;
        _process.Start();
        _readers = [new(ReadAnswers), new(ReadErrors)];
        _end = new Thread(End);
        foreach (var thread in (Thread[])[.. _readers, _end])
        {
            thread.IsBackground = true;
            thread.Start();
        }
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
        var start = new ProcessStartInfo(fileName)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add("--with-parent");
        return new WorkerProcess(start);
    }

    public Task<string> AskAsync(string question)
    {
        var answer = new TaskCompletionSource<string>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        // The questions go out in the order in which the answers are waited for.
        lock (_waiting)
        {
            if (_isOver)
                answer.SetException(Died());
            else
            {
                _waiting.Enqueue(answer);
                try
                {
                    _process.StandardInput.WriteLine(question);
                    _process.StandardInput.Flush();
                }
                catch (IOException)
                {
                    // Its end will tell.
                }
            }
        }
        return answer.Task;
    }

    public async Task<int> StopAsync(TimeSpan grace, TimeProvider clock)
    {
        // A stream must not be closed by two at a time.
        if (Interlocked.Exchange(ref _isStopped, 1) == 0)
        {
            try
            {
                _process.StandardInput.Close();
            }
            catch (IOException)
            {
                // Gone already.
            }
        }
        try
        {
            await _process.WaitForExitAsync().WaitAsync(grace, clock);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _end.Join();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync() =>
        await StopAsync(TimeSpan.FromSeconds(2), TimeProvider.System);

    private void ReadAnswers()
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (!line.StartsWith("= ", StringComparison.Ordinal))
                continue;
            lock (_waiting)
            {
                if (_waiting.TryDequeue(out var answer))
                    answer.SetResult(line[2..]);
            }
        }
    }

    private void ReadErrors()
    {
        while (_process.StandardError.ReadLine() is { } line)
        {
            lock (_errors)
                _errors.AppendLine(line);
        }
    }

    private void End()
    {
        _process.WaitForExit();
        // Not without a limit: a process that the worker has left behind may hold the pipes open.
        foreach (var reader in _readers)
            reader.Join(TimeSpan.FromSeconds(1));
        lock (_waiting)
        {
            _isOver = true;
            while (_waiting.TryDequeue(out var answer))
                answer.SetException(Died());
        }
    }

    private WorkerDiedException Died() => new(_process.ExitCode, Errors);
}
