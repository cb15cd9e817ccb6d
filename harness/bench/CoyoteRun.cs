using System.Globalization;

namespace Katas.Harness.Bench;

/// <summary>What Coyote has said of one program.</summary>
/// <param name="Bugs">How many bugs it has found: it stops at the first.</param>
/// <param name="Schedules">How many schedules it has run.</param>
/// <param name="Seconds">How long that took.</param>
/// <param name="Bug">What it says of the bug, in one line; nothing when there is none.</param>
internal sealed record CoyoteRun(int Bugs, int Schedules, double Seconds, string Bug)
{
    // Reported after threads have stood still for some time: Coyote adds that it cannot tell whether that is one.
    private const string Guess = "Potential deadlock";

    /// <summary>Whether it has found a bug, and is sure of it.</summary>
    public bool IsSure => Bugs > 0 && !IsGuess;

    /// <summary>Whether it only suspects a deadlock.</summary>
    public bool IsGuess => Bugs > 0 && Bug.StartsWith(Guess, StringComparison.Ordinal);

    /// <summary>Reads the line that harness/bench/coyote writes; <see langword="null"/> when it wrote another.</summary>
    public static CoyoteRun? Parse(string output)
    {
        const int Parts = 4;
        var line = output.TrimEnd().Split('\n')[^1].TrimEnd('\r');
        var parts = line.Split(' ', Parts);
        return
            parts.Length >= Parts - 1
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var bugs)
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var schedules)
            && double.TryParse(parts[2], CultureInfo.InvariantCulture, out var seconds)
            ? new(bugs, schedules, seconds, parts.Length < Parts ? "" : parts[3])
            : null;
    }
}
