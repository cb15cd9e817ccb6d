using System.Diagnostics;
using System.Net.Sockets;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Processes;

/// <summary>Where one worker connects: a socket in a folder that only this user can enter, deleted as soon as the worker has connected.</summary>
internal sealed class WorkerListener : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kata-");
    private readonly Socket _listener = FrameSocket.Create();

    public WorkerListener()
    {
        Path = System.IO.Path.Combine(_folder.FullName, "s");
        _listener.Bind(new UnixDomainSocketEndPoint(Path));
        _listener.Listen(1);
    }

    /// <summary>The path of the socket.</summary>
    public string Path { get; }

    /// <summary>Waits for the worker; <see langword="null"/> when it ended before it connected.</summary>
    public Socket? Accept(Process worker)
    {
        while (!_listener.Poll(PollInterval, SelectMode.SelectRead))
        {
            if (worker.HasExited)
                return null;
        }
        return FrameSocket.Prepare(_listener.Accept());
    }

    public void Dispose()
    {
        _listener.Dispose();
        _folder.Delete(recursive: true);
    }
}
