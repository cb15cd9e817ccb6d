using System.Text;

namespace Katas.Harness.Engine.Host;

/// <summary>Writes messages to the runner, one line each, from any thread.</summary>
internal sealed class MessageWriter(Stream stream)
{
    private readonly Lock _gate = new();
    private MessageSeal? _seal;

    /// <summary>From now on each message begins with what the runner has drawn for this run, and its number.</summary>
    public void Seal(string? secret)
    {
        lock (_gate)
            _seal = secret is null ? null : new MessageSeal(secret);
    }

    public void Write(HostMessage message)
    {
        var text = MessageText.Of(message);
        lock (_gate)
        {
            byte[] line = [.. Encoding.UTF8.GetBytes(_seal?.Next() ?? ""), .. text, (byte)'\n'];
            // A span may be copied into a rented array, and sent from there.
            stream.Write(line, 0, line.Length);
            stream.Flush();
        }
    }
}
