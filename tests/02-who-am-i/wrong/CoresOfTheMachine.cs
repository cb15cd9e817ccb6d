// wrong: counts the processors that the machine has, not the ones that this process may use
// fails: The_card_counts_the_cores
// says: "without asking Environment"

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
            File.ReadLines("/proc/cpuinfo")
                .Count(l => l.StartsWith("processor", StringComparison.Ordinal))
        );
}
