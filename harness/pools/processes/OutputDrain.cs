using System.Text;

namespace Katas.Harness.Pools.Processes;

/// <summary>Reads what a worker writes, so that it never waits for a reader; passes on whole lines and remembers the last ones.</summary>
internal sealed class OutputDrain : IDisposable
{
    private const int Remembered = 4096;
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(20);

    private readonly StringBuilder _line = new();
    private readonly StringBuilder _last = new();
    private readonly TextWriter? _output;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _end;

    public OutputDrain(StreamReader reader, TextWriter? output)
    {
        _output = output;
        _end = Drain(reader);
    }

    /// <summary>Waits for the end of the stream, but not for somebody else who still holds it open, such as a child of the worker.</summary>
    public async Task<string> LastLines()
    {
        // The time is spent in naps, which take longer on a busy machine, as reading does: what a worker said last must not be lost there.
        for (var naps = TimeToEnd / Nap; naps > 0 && !_end.IsCompleted; naps--)
            await Task.WhenAny(_end, Task.Delay(Nap, TimeProvider.System)).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        lock (_last)
            return _last.ToString().Trim();
    }

    public void Dispose() => _stop.Dispose();

    private async Task Drain(StreamReader reader)
    {
        var buffer = new char[Remembered];
        try
        {
            while (
                await reader.ReadAsync(buffer, _stop.Token).ConfigureAwait(false)
                    is > 0
                        and var read
            )
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
        lock (_last)
        {
            _last.Append(text);
            if (_last.Length > Remembered)
                _last.Remove(0, _last.Length - Remembered);
        }
        if (_output is null)
            return;
        foreach (var letter in text)
        {
            if (letter == '\n' || _line.Length >= Remembered)
                PassOn();
            if (letter is not ('\n' or '\r'))
                _line.Append(letter);
        }
    }

    private void PassOn()
    {
        lock (_output!)
            _output.WriteLine(_line);
        _line.Clear();
    }
}
