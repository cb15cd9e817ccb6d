using System.CommandLine;

namespace Katas.Harness.Cli;

/// <summary>The message for a command line that cannot be understood, for kata and bench.</summary>
internal static class WrongCommandLine
{
    /// <summary>Writes what is wrong, and how to get help for the command that was meant, to standard error.</summary>
    /// <param name="parsed">The command line, with its errors.</param>
    /// <param name="project">The program's project, as one gives it to <c>dotnet run</c>.</param>
    /// <returns>The exit code.</returns>
    public static int Explain(ParseResult parsed, string project)
    {
        foreach (var sentence in Sentences(parsed))
            Console.Error.WriteLine(sentence);
        var command = parsed.CommandResult.Command;
        var path = command is RootCommand ? "" : $"{command.Name} ";
        Console.Error.WriteLine($"Help: dotnet run -c Release --project {project} -- {path}--help");
        return ExitCodes.Unable;
    }

    /// <summary>What is wrong; for a wrong command, or none, the commands that there are.</summary>
    public static IEnumerable<string> Sentences(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not RootCommand root)
            return parsed.Errors.Select(error => error.Message);
        var commands = root.Subcommands.Where(one => !one.Hidden).Select(one => one.Name);
        var wrong = parsed.UnmatchedTokens is [var first, ..]
            ? $"There is no command '{first}'."
            : "A command is missing.";
        return [$"{wrong} The commands are {string.Join(", ", commands)}."];
    }
}
