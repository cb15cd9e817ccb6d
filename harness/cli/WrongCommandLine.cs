using System.CommandLine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli;

/// <summary>The message for a command line that cannot be understood, for kata and bench.</summary>
internal static class WrongCommandLine
{
    /// <summary>Writes what is wrong, and how to get help for the command that was meant, to standard error.</summary>
    /// <param name="parsed">The command line, with its errors.</param>
    /// <param name="program">How the program is called.</param>
    /// <returns>The exit code.</returns>
    public static int Explain(ParseResult parsed, string program)
    {
        foreach (var sentence in Sentences(parsed))
            Console.Error.WriteLine(sentence);
        var command = parsed.CommandResult.Command;
        var path = command is RootCommand ? "" : $"{command.Name} ";
        Console.Error.WriteLine($"Help: {program} {path}--help");
        return ExitCodes.Unable;
    }

    /// <summary>What is wrong; for a wrong command, or none, the commands that there are.</summary>
    public static IEnumerable<string> Sentences(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not RootCommand root)
            return parsed.Errors.Select(error => error.Message);
        var commands = root.Subcommands.Where(one => !one.Hidden).Select(one => one.Name);
        return parsed.UnmatchedTokens is [var first, ..]
            ?
            [
                $"There is no command '{first}'. Did you mean {NearestNames.Sentence(first, commands)}?",
            ]
            : [$"A command is missing. The commands are {string.Join(", ", commands)}."];
    }
}
