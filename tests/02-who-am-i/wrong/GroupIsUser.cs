// wrong: the number of the user stands in the place of the number of the group
// fails: The_number_of_the_group_is_not_that_of_the_user
// says: "for one of the two numbers and not for the other"
using Katas.Harness.Machines;

namespace Katas.WhoAmI;

public static class Identity
{
    public static ProcessCard Me() =>
        new(
            Environment.ProcessId,
            Environment.UserName,
            OperatingSystem.IsWindows() ? null : UnixIdentity.UserId(),
            OperatingSystem.IsWindows() ? null : UnixIdentity.UserId(),
            Environment.CurrentDirectory,
            Environment.ProcessorCount
        );
}
