// wrong: the folder of the program taken for the working directory
// fails: The_card_shows_the_working_directory_of_this_moment
// says: "The working directory is not the folder of the program"
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
            AppContext.BaseDirectory,
            Environment.ProcessorCount
        );
}
