using System.Text;

namespace Katas.Harness.Engine;

/// <summary>Drains a host's console, so that it never blocks, and keeps the beginning.</summary>
internal sealed class HostOutput(long limit)
{
    private const int Kept = 8 * 1024;

    private readonly Lock _gate = new();
    private readonly StringBuilder _errors = new();
    private long _bytes;

    /// <summary>Called once, when the host has written more than the limit.</summary>
    public Action? Flooded { get; set; }

    /// <summary>What the host said first on its error output: a runtime that dies says why.</summary>
    public string Errors
    {
        get
        {
            lock (_gate)
                return _errors.ToString();
        }
    }

    public async Task Drain(Stream stream, bool errors)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await stream.ReadAsync(buffer).ConfigureAwait(false) is var count and > 0)
            {
                if (errors)
                    Keep(buffer.AsSpan(0, count));
                var before = Interlocked.Add(ref _bytes, count) - count;
                if (before <= limit && before + count > limit)
                    Flooded?.Invoke();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The host is gone.
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_errors.Length < Kept)
                _errors.Append(Encoding.UTF8.GetString(bytes));
        }
    }
}
