namespace Katas.Cli;

/// <summary>What the commands end with.</summary>
internal static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Ok = 0;

    /// <summary>The command did its work, and found something wrong.</summary>
    public const int Found = 1;

    /// <summary>The command could not do its work: bad arguments, or something that does not build.</summary>
    public const int Unable = 2;

    /// <summary>Ctrl+C.</summary>
    public const int Cancelled = 130;
}
