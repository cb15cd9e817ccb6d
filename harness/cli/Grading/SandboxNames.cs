using System.CommandLine;
using Katas.Harness.Grading;

namespace Katas.Harness.Cli.Grading;

/// <summary>The names of sandboxes on the command line.</summary>
internal static class SandboxNames
{
    private const string Auto = "auto";
    private const string Bubblewrap = "bwrap";
    private const string None = "none";

    /// <summary>The option <c>--sandbox</c>.</summary>
    public static Option<string> Option() =>
        new Option<string>("--sandbox")
        {
            Description = "What separates submissions from the machine.",
            DefaultValueFactory = _ => Auto,
        }.AcceptOnlyFromAmong(Auto, Bubblewrap, None);

    /// <summary>The sandbox of a name.</summary>
    public static SandboxKind Parse(string? name) =>
        name switch
        {
            Bubblewrap => SandboxKind.Bubblewrap,
            None => SandboxKind.None,
            _ => SandboxKind.Auto,
        };

    /// <summary>The name of a sandbox.</summary>
    public static string Of(SandboxKind kind) =>
        kind switch
        {
            SandboxKind.Bubblewrap => Bubblewrap,
            SandboxKind.None => None,
            _ => Auto,
        };
}
