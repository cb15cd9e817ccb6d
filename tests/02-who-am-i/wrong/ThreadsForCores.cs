// wrong: counts the threads of the process instead of the cores it may use
// fails: The_card_counts_the_cores
// says: "Not every core of the machine"
using Katas.Harness.Machines;

namespace Katas.WhoAmI;

public static class Identity
{
    public static ProcessCard Me() =>
        new(
            Environment.ProcessId,
            Environment.UserName,
            OperatingSystem.IsWindows() ? null : UnixIdentity.UserId(),
            OperatingSystem.IsWindows() ? null : UnixIdentity.GroupId(),
            Environment.CurrentDirectory,
            1000 + System.Diagnostics.Process.GetCurrentProcess().Threads.Count
        );
}
