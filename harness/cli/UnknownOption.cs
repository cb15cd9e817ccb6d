using System.CommandLine;

namespace Katas.Harness.Cli;

/// <summary>An option that a command does not have, which the parser would take for the value of an argument.</summary>
internal static class UnknownOption
{
    /// <summary>Makes such an option an error.</summary>
    public static T RefuseOptions<T>(this T argument)
        where T : Argument
    {
        argument.Validators.Add(result =>
        {
            foreach (var option in result.Tokens.Where(token => token.Value.StartsWith('-')))
                result.AddError($"There is no option '{option.Value}'.");
        });
        return argument;
    }
}
