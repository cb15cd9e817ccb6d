// attack: reads a file as the base of its own reader
// chapter: 12-separate-kitchens
// expect: NotAllowed System.IO.StreamReader.new
using System.Diagnostics;

namespace Katas.SeparateKitchens;

public sealed class WorkerProcess : IAsyncDisposable
{
    public int Id => throw new NotImplementedException();

    public string Errors => throw new NotImplementedException();

    public static WorkerProcess Start(string fileName, IEnumerable<string> arguments)
    {
        _ = new Reads("/etc/passwd").ReadToEnd();
        throw new NotImplementedException();
    }

    public Task<string> AskAsync(string question) => throw new NotImplementedException();

    public Task<int> StopAsync(TimeSpan grace, TimeProvider clock) =>
        throw new NotImplementedException();

    public async ValueTask DisposeAsync() =>
        await StopAsync(TimeSpan.FromSeconds(2), TimeProvider.System);
}

internal sealed class Reads(string path) : StreamReader(path);
