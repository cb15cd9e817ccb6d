// attack: starts processes that do not listen, without an end
// chapter: 12-separate-kitchens
// expect: Red
using System.Diagnostics;

namespace Katas.SeparateKitchens;

public sealed class WorkerProcess : IAsyncDisposable
{
    public int Id => throw new NotImplementedException();

    public string Errors => throw new NotImplementedException();

    public static WorkerProcess Start(string fileName, IEnumerable<string> arguments)
    {
        while (true)
            _ = Process.Start(fileName, [.. arguments, "deaf", "grandchild"]);
        throw new NotImplementedException();
    }

    public Task<string> AskAsync(string question) => throw new NotImplementedException();

    public Task<int> StopAsync(TimeSpan grace, TimeProvider clock) =>
        throw new NotImplementedException();

    public async ValueTask DisposeAsync() =>
        await StopAsync(TimeSpan.FromSeconds(2), TimeProvider.System);
}
