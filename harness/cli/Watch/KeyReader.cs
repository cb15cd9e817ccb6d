using System.Threading.Channels;

namespace Katas.Harness.Cli.Watch;

/// <summary>Reads keys one by one, each when it is asked to: while another program has the terminal, nobody takes its keys.</summary>
internal sealed class KeyReader : IDisposable
{
    private readonly SemaphoreSlim _next = new(1);
    private readonly ChannelWriter<WatchEvent> _events;

    public KeyReader(ChannelWriter<WatchEvent> events)
    {
        _events = events;
        new Thread(Read) { IsBackground = true, Name = "keys" }.Start();
    }

    /// <summary>The last key is dealt with.</summary>
    public void Continue() => _next.Release();

    public void Dispose() => _next.Dispose();

    private void Read()
    {
        try
        {
            while (true)
            {
                _next.Wait();
                _events.TryWrite(new WatchEvent.KeyPressed(Console.ReadKey(intercept: true)));
            }
        }
        catch (Exception e)
            when (e is InvalidOperationException or ObjectDisposedException or IOException)
        {
            // The terminal is gone, or the watch is over.
            _events.TryComplete();
        }
    }
}
