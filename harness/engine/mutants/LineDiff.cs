namespace Katas.Harness.Engine.Mutants;

/// <summary>What differs between two texts, in whole lines, with <c>-</c> and <c>+</c> before them.</summary>
/// <param name="Line">The first line that differs, from 1.</param>
/// <param name="Lines">The lines as they were, and then as they are.</param>
internal sealed record LineDiff(int Line, IReadOnlyList<string> Lines)
{
    public static LineDiff Of(string before, string after)
    {
        var (old, changed) = (before.Split('\n'), after.Split('\n'));
        var least = Math.Min(old.Length, changed.Length);
        var head = 0;
        while (head < least && old[head] == changed[head])
            head++;
        var tail = 0;
        while (tail < least - head && old[^(tail + 1)] == changed[^(tail + 1)])
            tail++;
        return new(
            head + 1,
            [
                .. old[head..^tail].Select(line => $"- {line.Trim()}"),
                .. changed[head..^tail].Select(line => $"+ {line.Trim()}"),
            ]
        );
    }
}
