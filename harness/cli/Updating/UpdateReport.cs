namespace Katas.Harness.Cli.Updating;

/// <summary>What an update has done.</summary>
internal sealed class UpdateReport
{
    /// <summary>The files that are newer now.</summary>
    public List<string> Replaced { get; } = [];

    /// <summary>The answers that stay although their stubs have changed, each with the difference of the stub.</summary>
    public List<(string Path, string Difference)> Kept { get; } = [];

    /// <summary>Where the learner's versions of other files are, if there were any.</summary>
    public string? Archived { get; set; }
}
