namespace Katas.Harness.Cli.Timing;

/// <summary>Shows how far a measurement is.</summary>
internal interface IProgressView
{
    /// <summary>Shows the step that begins now.</summary>
    void ShowStep(string step);

    /// <summary>Shows that a round is complete.</summary>
    void ShowRound(string title, int done, int rounds);
}
