using System.Text.RegularExpressions;

namespace Katas.Harness.Engine.Verifier;

/// <summary>The hints have an entry for each kata, in order, and each entry has its three layers.</summary>
internal static partial class HintsRule
{
    private static readonly string[] Layers = ["Nudge", "Idea", "Near-code"];

    public static async Task<Findings> Check(
        ChapterUnderCheck chapter,
        CancellationToken cancellationToken
    )
    {
        var path = Path.Combine(chapter.Exercise, "hints.md");
        if (MarkdownPage.TryRead(path) is not { } page)
            return Findings.Of([$"{chapter.Short(path)} is missing: a chapter needs its hints."]);
        var katas = await chapter.Katas(cancellationToken).ConfigureAwait(false);
        return Findings.Of(
            Check(page, [.. katas.Select(kata => kata.Name)])
                .Select(complaint => $"{chapter.Short(path)} {complaint}")
        );
    }

    private static IEnumerable<string> Check(MarkdownPage page, IReadOnlyList<string> katas)
    {
        var headings = page.Headings(2).ToList();
        if (!headings.Select(heading => heading.Text).SequenceEqual(katas, StringComparer.Ordinal))
        {
            yield return $"should have the headings '## {string.Join("', '## ", katas)}', one a kata; it has '{string.Join("', '", headings.Select(heading => heading.Text))}'.";
            yield break;
        }
        for (var i = 0; i < headings.Count; i++)
        {
            var end = i + 1 < headings.Count ? headings[i + 1].Line : page.Lines.Count;
            var text = string.Join(
                '\n',
                page.Lines.Skip(headings[i].Line + 1).Take(end - headings[i].Line - 1)
            );
            var layers = Layer().Matches(text);
            if (
                !layers
                    .Select(layer => layer.Groups["name"].Value)
                    .SequenceEqual(Layers, StringComparer.Ordinal)
            )
            {
                yield return $"should give {headings[i].Text} the three layers <details><summary>Nudge</summary> … </details>, Idea and Near-code; it has {layers.Count}: {string.Join(", ", layers.Select(layer => layer.Groups["name"].Value))}.";
            }
            foreach (
                var layer in layers.Where(layer => layer.Groups["text"].Value.Trim().Length == 0)
            )
                yield return $"has an empty {layer.Groups["name"].Value} for {headings[i].Text}.";
        }
    }

    [GeneratedRegex(
        @"<details>\s*<summary>(?<name>[^<]*)</summary>(?<text>.*?)</details>",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Layer();
}
