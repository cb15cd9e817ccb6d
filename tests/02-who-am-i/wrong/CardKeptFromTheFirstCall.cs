// wrong: the card is filled in once and handed out with every call, so it shows an old working directory
// fails: The_card_shows_the_working_directory_of_this_moment
// says: "has moved to another folder"
using Katas.Harness.Machines;

namespace Katas.WhoAmI;

public static class Identity
{
    private static readonly ProcessCard Card = new(
        Environment.ProcessId,
        Environment.UserName,
        OperatingSystem.IsWindows() ? null : UnixIdentity.UserId(),
        OperatingSystem.IsWindows() ? null : UnixIdentity.GroupId(),
        Environment.CurrentDirectory,
        Environment.ProcessorCount
    );

    public static ProcessCard Me() => Card;
}
