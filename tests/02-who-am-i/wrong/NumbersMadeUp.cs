// wrong: a number made of the process id put down as the number of the user and the group
// fails: The_card_has_the_numbers_of_user_and_group_where_there_are_any
// says: "a made-up number is worse than none"
namespace Katas.WhoAmI;

public static class Identity
{
    public static ProcessCard Me() =>
        new(
            Environment.ProcessId,
            Environment.UserName,
            1_000_000_000 + (uint)Environment.ProcessId,
            1_000_000_000 + (uint)Environment.ProcessId,
            Environment.CurrentDirectory,
            Environment.ProcessorCount
        );
}
