using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Cli;

/// <summary>The help of kata as a whole, its commands in groups and the exit codes in one table; the help of one command is the library's.</summary>
/// <param name="help">The library's.</param>
/// <param name="groups">The groups.</param>
internal sealed class GroupedHelp(HelpAction help, IReadOnlyList<CommandGroup> groups)
    : SynchronousCommandLineAction
{
    private const int NarrowestText = 30;

    /// <summary>Help is given whatever else is wrong with the command line.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        if (parseResult.CommandResult.Command is not RootCommand)
            return help.Invoke(parseResult);
        foreach (var line in Lines(Terminal.Out().Profile.Width))
            Console.Out.WriteLine(line);
        return ExitCodes.Ok;
    }

    /// <summary>The lines of the help.</summary>
    /// <param name="width">The columns of the terminal.</param>
    public IEnumerable<string> Lines(int width) =>
        [
            "kata [command] [options]",
            "",
            "Without a command: watch. `kata <command> --help` tells more of a command.",
            .. groups.SelectMany(group => Group(group, width)),
            "",
            "Exit codes",
            .. ExitCodes.Table.SelectMany(row => Row($"{row.Code}", row.Meaning, 3, width)),
        ];

    private IEnumerable<string> Group(CommandGroup group, int width)
    {
        var column = groups.SelectMany(one => one.Commands).Max(command => command.Name.Length);
        return group
            .Commands.SelectMany(command => Row(command.Name, Summary(command), column, width))
            .Prepend(group.Title)
            .Prepend("");
    }

    /// <summary>The first sentence of a description.</summary>
    private static string Summary(Command command) =>
        command.Description!.Split(". ", 2)[0].TrimEnd('.');

    private static IEnumerable<string> Row(string name, string text, int column, int width) =>
        TextWidth
            .Wrap(text, Math.Max(width - column - 4, NarrowestText))
            .Select((line, i) => $"  {(i == 0 ? name : "").PadRight(column)}  {line}");
}
