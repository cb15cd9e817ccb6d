using System.Text.Json;

namespace Katas.Harness.Engine.Host;

/// <summary>Writes messages to the runner, one line each, from any thread.</summary>
internal sealed class MessageWriter(Stream stream)
{
    private readonly Lock _gate = new();

    public void Write(HostMessage message)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message);
        lock (_gate)
        {
            stream.Write([.. bytes, (byte)'\n']);
            stream.Flush();
        }
    }
}
