// wrong: prints one process's number and asks another: the card is that of a child started to find out
// fails: The_card_is_that_of_this_process, The_card_is_filled_in_without_another_program, The_number_of_the_group_is_not_that_of_the_user
// says: "not of its parent, its child or a neighbour"
using Katas.Harness.Machines;

namespace Katas.WhoAmI;

public static class Identity
{
    private static int ChildId()
    {
        using var child = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("dotnet", "--version")
            {
                RedirectStandardOutput = true,
            }
        )!;
        child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.Id;
    }

    public static ProcessCard Me() =>
        new(
            ChildId(),
            Environment.UserName,
            OperatingSystem.IsWindows() ? null : UnixIdentity.UserId(),
            OperatingSystem.IsWindows() ? null : UnixIdentity.GroupId(),
            Environment.CurrentDirectory,
            Environment.ProcessorCount
        );
}
