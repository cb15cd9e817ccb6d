using System.CommandLine;

namespace Katas.Harness.Cli;

/// <summary>What is said of a command line that cannot be understood.</summary>
internal static class WrongCommandLine
{
    /// <summary>Says what is wrong and where help is; returns the exit code.</summary>
    public static int Explain(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine(error.Message);
        var command = parsed.CommandResult.Command;
        var path = command is RootCommand ? "" : $"{command.Name} ";
        Console.Error.WriteLine(
            $"Help: dotnet run -c Release --project harness/cli -- {path}--help"
        );
        return ExitCodes.Unable;
    }
}
