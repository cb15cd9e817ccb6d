using System.Text;
using Katas.Harness.Probes;

namespace Katas.Harness.Pools.Processes;

/// <summary>Reads what a worker writes, so that it never waits for a reader; passes on whole lines and remembers the last ones.</summary>
internal sealed class OutputDrain : IDisposable
{
    private const int Remembered = 4096;
    private static readonly TimeSpan EndLimit = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly StringBuilder _last = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _end;

    // Only the task that drains uses these two.
    private readonly StringBuilder _line = new();
    private TextWriter? _output;

    public OutputDrain(StreamReader reader, TextWriter? output)
    {
        _output = output;
        _end = Drain(reader);
    }

    /// <summary>Waits for the end of the stream, but not for another process that still holds it open, such as a child of the worker.</summary>
    public async Task<string> LastLines()
    {
        await PolledWait.Await(_end, EndLimit).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        lock (_gate)
            return _last.ToString().Trim();
    }

    public void Dispose() => _stop.Dispose();

    private async Task Drain(StreamReader reader)
    {
        var token = _stop.Token;
        var buffer = new char[Remembered];
        try
        {
            while (await reader.ReadAsync(buffer, token).ConfigureAwait(false) is > 0 and var read)
                Take(buffer.AsSpan(0, read));
        }
        catch (Exception e)
            when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The end, as good as any other.
        }
        if (_line.Length > 0)
            PassOn();
        reader.Dispose();
    }

    private void Take(ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            _last.Append(text);
            if (_last.Length > Remembered)
                _last.Remove(0, _last.Length - Remembered);
        }
        foreach (var letter in text)
        {
            if (_output is null)
                return;
            if (letter == '\n' || _line.Length >= Remembered)
                PassOn();
            if (letter is not ('\n' or '\r'))
                _line.Append(letter);
        }
    }

    private void PassOn()
    {
        try
        {
            _output?.WriteLine(_line);
        }
        catch (Exception)
        {
            // Whatever is wrong with the user's writer, the worker's output has to be read on, or its jobs wait for a reader.
            _output = null;
        }
        _line.Clear();
    }
}
