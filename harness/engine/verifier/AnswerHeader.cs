namespace Katas.Harness.Engine.Verifier;

/// <summary>The comments at the top of a wrong or right answer.</summary>
/// <param name="Why">What is wrong, or right, about it.</param>
/// <param name="Fails">The test methods that must fail; empty for a right answer.</param>
/// <param name="MayFail">The test methods that a race decides: real faults often show in some tests every time and in others now and then.</param>
/// <param name="Says">Texts that the failures' messages must contain; empty for a right answer.</param>
internal sealed record AnswerHeader(
    string Why,
    IReadOnlyList<string> Fails,
    IReadOnlyList<string> MayFail,
    IReadOnlyList<string> Says
)
{
    /// <summary>Reads the comment lines before the code; <see langword="null"/> when the one that must come first is missing.</summary>
    public static AnswerHeader? Read(string text, string kind)
    {
        var lines = text.Split('\n')
            .Select(line => line.TrimEnd())
            .TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))
            .ToList();
        if (Values(lines, kind).FirstOrDefault() is not { Length: > 0 } why)
            return null;
        return new(
            why,
            [.. Names(lines, "fails")],
            [.. Names(lines, "may fail")],
            [.. Values(lines, "says").Select(Unquote).Where(text => text.Length > 0)]
        );
    }

    private static IEnumerable<string> Names(IEnumerable<string> lines, string key) =>
        Values(lines, key)
            .SelectMany(names =>
                names.Split(
                    ',',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
            );

    private static IEnumerable<string> Values(IEnumerable<string> lines, string key) =>
        lines
            .Where(line => line.StartsWith($"// {key}:", StringComparison.Ordinal))
            .Select(line => line[$"// {key}:".Length..].Trim());

    private static string Unquote(string text) => text is ['"', .. var inner, '"'] ? inner : text;
}
