using System.CommandLine;
using System.CommandLine.Help;

namespace Katas.Harness.Cli;

public class GroupedHelpTests
{
    private static readonly RootCommand Kata = KataCommand.Create();

    private static IReadOnlyList<string> Lines =>
        [.. ((GroupedHelp)Kata.Options.OfType<HelpOption>().Single().Action!).Lines(80)];

    [Test]
    public void Every_command_stands_in_a_group() =>
        Assert.That(
            Kata.Subcommands.Where(command => !command.Hidden)
                .Select(command => command.Name)
                .Where(name =>
                    !Lines.Any(line => line.StartsWith($"  {name} ", StringComparison.Ordinal))
                ),
            Is.Empty
        );

    [Test]
    public void Learners_come_first_and_exit_codes_last()
    {
        var headings = Lines.Where(line => line.Length > 0 && line[0] != ' ').Skip(2);

        Assert.That(
            headings,
            Is.EqualTo(["For learners", "For instructors", "For contributors", "Exit codes"])
        );
        Assert.That(Lines[^1], Does.Contain("130"));
    }

    [Test]
    public void It_fits_the_terminal() =>
        Assert.That(Lines.Select(line => line.Length), Is.All.AtMost(80));
}
