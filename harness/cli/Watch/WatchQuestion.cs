namespace Katas.Harness.Cli.Watch;

/// <summary>What a watch has asked, and the next key answers.</summary>
internal enum WatchQuestion
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Whether the kata may be reset.</summary>
    Reset,

    /// <summary>Whether the reference answer is to be shown before the kata is green.</summary>
    Solution,
}
