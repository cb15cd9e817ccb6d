using System.Text;
using System.Text.Json;

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
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message);
        lock (_gate)
        {
            var seal = Encoding.UTF8.GetBytes(_seal?.Next() ?? "");
            stream.Write([.. seal, .. bytes, (byte)'\n']);
            stream.Flush();
        }
    }
}
