using Katas.Harness.Workbook;

namespace Katas.Harness.Engine.Verifier;

/// <summary>The hints have an entry for each kata, in order, and each entry has its three layers.</summary>
internal static class HintsRule
{
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
            var layers = KataHints.LevelsIn(text);
            if (
                !layers
                    .Select(layer => layer.Name)
                    .SequenceEqual(KataHints.LevelNames, StringComparer.Ordinal)
            )
            {
                yield return $"should give {headings[i].Text} the three layers <details><summary>Nudge</summary> … </details>, Idea and Near-code; it has {layers.Count}: {string.Join(", ", layers.Select(layer => layer.Name))}.";
            }
            foreach (var layer in layers.Where(layer => layer.Text.Length == 0))
                yield return $"has an empty {layer.Name} for {headings[i].Text}.";
        }
    }
}
