namespace Katas.Harness.Workbook.Failures;

/// <summary>How much room a failure has, and how it is written.</summary>
/// <param name="Width">The columns of the terminal.</param>
/// <param name="Shorten">How a path is shown.</param>
/// <param name="Unicode">Whether more than ASCII may be written.</param>
/// <param name="MostRows">The most rows of a schedule; its end is kept.</param>
/// <param name="MostConsole">The most lines of what the kata wrote to the console; the end is kept.</param>
public sealed record FailureLayout(
    int Width,
    Func<string, string> Shorten,
    bool Unicode = true,
    int MostRows = 40,
    int MostConsole = 10
)
{
    /// <summary>Without limits, for a file.</summary>
    /// <param name="shorten">How a path is shown.</param>
    public static FailureLayout Whole(Func<string, string> shorten) =>
        new(int.MaxValue, shorten, MostRows: int.MaxValue, MostConsole: int.MaxValue);
}
