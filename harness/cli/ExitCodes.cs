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
}
