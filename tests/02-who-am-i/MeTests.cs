using System.Globalization;
using Katas.Harness.Machines;
using Katas.Harness.Testing;

namespace Katas.WhoAmI;

[Kata(1, typeof(Identity), nameof(Identity.Me))]
public class MeTests
{
    [Test]
    public void The_card_is_that_of_this_process()
    {
        var card = Identity.Me();

        Assert.That(
            card.ProcessId,
            Is.EqualTo(Environment.ProcessId),
            "The number on the card must be that of the process that asks, not of its parent, its child or a neighbour."
        );
    }

    [Test]
    public void The_card_names_the_user()
    {
        var card = Identity.Me();

        Assert.That(
            card.User,
            Is.Not.Empty.And.EqualTo(Environment.UserName),
            "The card names the user whom the process runs for, not the machine or the program."
        );
    }

    [Test]
    public void The_user_is_the_one_whom_the_system_knows()
    {
        string[] names = ["USER", "USERNAME", "LOGNAME"];
        var before = names.Select(Environment.GetEnvironmentVariable).ToList();
        foreach (var name in names)
            Environment.SetEnvironmentVariable(name, "somebody else");
        try
        {
            Assert.That(
                Identity.Me().User,
                Is.Not.EqualTo("somebody else"),
                "Whoever starts a program can set its environment variables to anything. Ask the system who it is."
            );
        }
        finally
        {
            foreach (var (name, value) in names.Zip(before))
                Environment.SetEnvironmentVariable(name, value);
        }
    }

    [Test]
    public void The_card_has_the_numbers_of_user_and_group_where_there_are_any()
    {
        var card = Identity.Me();

        Assert.That(
            (card.UserId, card.GroupId),
            Is.EqualTo(OperatingSystem.IsWindows() ? (null, null) : NumbersFromTheSystem()),
            "Linux and macOS number their users and groups; Windows does not, and a made-up number is worse than none."
        );
    }

    [Test]
    public void The_number_of_the_group_is_not_that_of_the_user()
    {
        AssertThereIsACard();

        var used = UsedMembers.In(typeof(Identity).Assembly);
        Assert.That(
            used.Contains($"{nameof(UnixIdentity)}.{nameof(UnixIdentity.UserId)}"),
            Is.EqualTo(used.Contains($"{nameof(UnixIdentity)}.{nameof(UnixIdentity.GroupId)}")),
            "The compiled code asks UnixIdentity for one of the two numbers and not for the other. On many machines user and group have the same number, so a card with one of them twice looks right there. Look at what stands in the place of UserId and of GroupId."
        );
    }

    [Test]
    public void The_card_shows_the_working_directory_of_this_moment()
    {
        var before = Environment.CurrentDirectory;
        var folder = Directory.CreateTempSubdirectory("who-am-i");
        try
        {
            Identity.Me();
            Environment.CurrentDirectory = folder.FullName;

            var card = Identity.Me();

            Assert.That(
                card.WorkingDirectory,
                Is.EqualTo(Environment.CurrentDirectory),
                "The process has moved to another folder since the last card was filled in. The working directory is not the folder of the program, and it can change."
            );
        }
        finally
        {
            Environment.CurrentDirectory = before;
            folder.Delete();
        }
    }

    [Test]
    public void The_card_counts_the_cores()
    {
        var card = Identity.Me();

        Assert.That(
            card.Cores,
            Is.EqualTo(Environment.ProcessorCount),
            "Not every core of the machine need be this process's own: a container or taskset may have taken some away."
        );
        Assert.That(
            UsedMembers.In(typeof(Identity).Assembly),
            Has.Member($"{nameof(Environment)}.get_{nameof(Environment.ProcessorCount)}"),
            "The compiled code finds its cores without asking Environment. Here the figure is the same, but where a container or taskset has taken cores away only Environment knows how many are left."
        );
    }

    [Test]
    public void The_card_is_filled_in_without_another_program()
    {
        AssertThereIsACard();

        Assert.That(
            UsedMembers.ThatStartPrograms(typeof(Identity).Assembly),
            Is.Empty,
            "The compiled code uses what starts another program. A process knows who it is without asking anybody, and an answer from outside may be about somebody else; look at Environment and UnixIdentity."
        );
    }

    /// <summary>Code that is never reached uses nothing: what is said of it counts only when it fills in a card.</summary>
    private static void AssertThereIsACard() =>
        Assert.That(
            Identity.Me()?.ProcessId,
            Is.EqualTo(Environment.ProcessId),
            "(the number of the process on the card): Me should fill in a card, and on it the process that asks. Look at what Me returns."
        );

    private static (uint?, uint?) NumbersFromTheSystem() =>
        OperatingSystem.IsLinux() ? (FromStatus("Uid:"), FromStatus("Gid:"))
        : OperatingSystem.IsWindows() ? (null, null)
        : (UnixIdentity.UserId(), UnixIdentity.GroupId());

    /// <summary>The first number, the real one of four, of a line of <c>/proc/self/status</c>.</summary>
    private static uint FromStatus(string line) =>
        uint.Parse(
            File.ReadLines("/proc/self/status")
                .First(text => text.StartsWith(line, StringComparison.Ordinal))
                .Split('\t')[1],
            CultureInfo.InvariantCulture
        );
}
