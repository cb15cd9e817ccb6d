// wrong: the name of the machine taken for that of the user
// fails: The_card_names_the_user
// says: "Environment.UserName"
using Katas.Harness.Machines;

namespace Katas.WhoAmI;

public static class Identity
{
    public static ProcessCard Me() =>
        new(
            Environment.ProcessId,
            Environment.MachineName + " machine",
            OperatingSystem.IsWindows() ? null : UnixIdentity.UserId(),
            OperatingSystem.IsWindows() ? null : UnixIdentity.GroupId(),
            Environment.CurrentDirectory,
            Environment.ProcessorCount
        );
}
