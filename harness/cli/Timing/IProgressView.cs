namespace Katas.Harness.Cli.Timing;

/// <summary>Shows that something is going on.</summary>
internal interface IProgressView
{
    /// <summary>Says what happens now.</summary>
    void Say(string what);

    /// <summary>Says that a round is complete.</summary>
    void Round(string title, int done, int rounds);
}
