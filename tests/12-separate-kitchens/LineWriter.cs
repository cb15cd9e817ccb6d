using System.Text;
using Katas.Harness.Probes;

namespace Katas.SeparateKitchens;

/// <summary>A writer that tells when it has lines, and whether two wrote at the same time.</summary>
internal sealed class LineWriter : TextWriter
{
    private readonly StringBuilder _text = new();
    private readonly EventLog _log = new();
    private int _inside;

    /// <summary>Where writers wait for each other for a moment: those who do not take turns meet there.</summary>
    public Rendezvous? Meeting { get; init; }

    /// <summary>Where writers are held, so that a test can look while a line is being written.</summary>
    public Gate? Gate { get; init; }

    /// <summary>Whether an asynchronous write returns before it is done.</summary>
    public bool TakesItsTime { get; init; }

    public bool WasSharedByTwo { get; private set; }

    public LineWriter() => NewLine = "\n";

    public override Encoding Encoding => Encoding.UTF8;

    public string Text
    {
        get
        {
            lock (_text)
                return _text.ToString();
        }
    }

    public Task WaitForLines(int count) => _log.WaitForAsync("line", count);

    public override void Write(char value) => Take(value.ToString());

    public override void Write(string? value) => Take(value ?? "");

    public override void Write(char[] buffer, int index, int count) =>
        Take(new string(buffer, index, count));

    public override void WriteLine(string? value) => Take(value + NewLine);

    public override Task WriteLineAsync(string? value) => WriteAsync(value + NewLine);

    public override Task WriteAsync(string? value)
    {
        if (TakesItsTime)
            return Task.Run(() => Write(value));
        Write(value);
        return Task.CompletedTask;
    }

    private void Take(string text)
    {
        Visit();
        lock (_text)
            _text.Append(text);
        foreach (var _ in text.Where(letter => letter == '\n'))
            _log.Add("line");
    }

    private void Visit()
    {
        if (Interlocked.Increment(ref _inside) > 1)
            WasSharedByTwo = true;
        Gate?.Wait();
        try
        {
            Meeting?.Meet();
            WasSharedByTwo |= Meeting?.HasMet ?? false;
        }
        catch (ProbeException)
        {
            // Nobody else came: one at a time.
        }
        Interlocked.Decrement(ref _inside);
    }
}
