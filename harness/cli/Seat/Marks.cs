namespace Katas.Harness.Cli.Seat;

/// <summary>The marks of katas and tests, which say everything that a colour says, too.</summary>
/// <param name="Unicode">Whether more than ASCII may be written.</param>
internal sealed record Marks(bool Unicode)
{
    /// <summary>A test that passes.</summary>
    public char Passed => Unicode ? '●' : '#';

    /// <summary>A test that fails.</summary>
    public char Failed => Unicode ? '○' : '.';

    /// <summary>A test that cannot run here.</summary>
    public static char Skipped => '-';

    /// <summary>The mark of a kata.</summary>
    public char Of(KataState state) =>
        state switch
        {
            KataState.Green => Unicode ? '✓' : '+',
            KataState.Red => Unicode ? '✗' : 'x',
            KataState.Changed => '~',
            _ => Unicode ? '·' : '.',
        };
}
