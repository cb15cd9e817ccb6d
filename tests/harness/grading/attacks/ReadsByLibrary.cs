// attack: has a program below /usr/lib, which the sandbox shows, read files for it
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
        var start = new ProcessStartInfo("/usr/lib/apt/apt-helper")
        {
            RedirectStandardOutput = true,
        };
        string[] files =
        [
            "cat-file",
            "/etc/passwd",
            "/proc/self/mountinfo",
            $"/proc/{Environment.ProcessId}/cmdline",
            $"/proc/{Environment.ProcessId}/environ",
        ];
        foreach (var file in files)
            start.ArgumentList.Add(file);
        using (var helper = Process.Start(start)!)
            throw new InvalidOperationException(helper.StandardOutput.ReadToEnd());
        throw new NotImplementedException();
    }

    public Task<string> AskAsync(string question) => throw new NotImplementedException();

    public Task<int> StopAsync(TimeSpan grace, TimeProvider clock) =>
        throw new NotImplementedException();

    public async ValueTask DisposeAsync() =>
        await StopAsync(TimeSpan.FromSeconds(2), TimeProvider.System);
}
