using System.CommandLine;

namespace Katas.Harness.Cli;

public class WrongCommandLineTests
{
    private static readonly RootCommand Kata = KataCommand.Create();

    private static IEnumerable<string> Commands =>
        Kata.Subcommands.Where(command => !command.Hidden).Select(command => command.Name);

    [TestCaseSource(nameof(Commands))]
    public void Every_command_names_an_option_that_it_does_not_have(string command) =>
        Assert.That(Sentences(command, "--nonsense"), Has.Some.Contains("'--nonsense'"));

    [Test]
    public void A_wrong_command_is_named_with_the_nearest() =>
        Assert.That(
            Sentences("tim", "13"),
            Has.Length.EqualTo(1)
                .And.Some.StartsWith("There is no command 'tim'. Did you mean time, ")
        );

    [Test]
    public void Without_a_command_there_is_the_watch() =>
        Assert.That(Kata.Parse([]).Errors, Is.Empty);

    [TestCase("x")]
    [TestCase("1")]
    [TestCase("-2")]
    public void Times_that_are_no_number_or_too_few_are_named_with_the_range(string times) =>
        Assert.That(
            Sentences("repeat", times),
            Has.Some.Contains("from 2 to ").And.Contains($"'{times}'")
        );

    [Test]
    public void Help_is_no_error() => Assert.That(Kata.Parse(["time", "--help"]).Errors, Is.Empty);

    private static string[] Sentences(params string[] arguments) =>
        [.. WrongCommandLine.Sentences(Kata.Parse(arguments))];
}
