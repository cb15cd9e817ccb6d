namespace Katas.Harness.Cli;

/// <summary>The exit codes of kata and bench.</summary>
internal static class ExitCodes
{
    /// <summary>The command did its work and found nothing wrong.</summary>
    public const int Ok = 0;

    /// <summary>The command did its work and found something wrong.</summary>
    public const int Found = 1;

    /// <summary>The command could not do its work: bad arguments, or something that does not build.</summary>
    public const int Unable = 2;

    /// <summary>The kata that the command is about is still a stub.</summary>
    public const int Stub = 3;

    /// <summary>The chapter that the command is about does not compile.</summary>
    public const int DoesNotCompile = 4;

    /// <summary>Ctrl+C.</summary>
    public const int Cancelled = 130;

    /// <summary>What each means, for the help.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> Table { get; } =
    [
        (Ok, "done, and nothing is wrong"),
        (Found, "done, and something is wrong: a test fails, or a check"),
        (Unable, "not done: a wrong command line, something that does not build, or no .NET SDK"),
        (Stub, "time: the kata is still a stub; coverage: a chapter is missing from the report"),
        (DoesNotCompile, "time: the chapter does not compile"),
        (Cancelled, "stopped by Ctrl+C"),
    ];
}
