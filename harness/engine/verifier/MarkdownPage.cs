using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Katas.Harness.Engine.Verifier;

/// <summary>A page of Markdown, taken apart.</summary>
internal sealed class MarkdownPage
{
    private readonly MarkdownDocument _document;

    private MarkdownPage(string path, string text)
    {
        Path = path;
        Lines = text.ReplaceLineEndings("\n").Split('\n');
        _document = Markdown.Parse(text.ReplaceLineEndings("\n"));
    }

    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    /// <summary>The headings of one level, with the line on which they stand, from 0.</summary>
    public IEnumerable<(string Text, int Line)> Headings(int level) =>
        _document
            .Descendants<HeadingBlock>()
            .Where(heading => heading.Level == level)
            .Select(heading => (TextOf(heading), heading.Line));

    /// <summary>The snippets of C#, each with what the comment before it gives.</summary>
    public IEnumerable<Snippet> Snippets()
    {
        foreach (var fence in _document.Descendants<FencedCodeBlock>())
        {
            if (fence.Info != "csharp")
                continue;
            var siblings = fence.Parent!;
            var at = siblings.IndexOf(fence);
            var given = at > 0 && siblings[at - 1] is HtmlBlock html ? Given(html) : null;
            yield return new Snippet(
                Path,
                fence.Line + 2,
                fence.Lines.ToString(),
                given ?? "",
                given is null ? 0 : siblings[at - 1].Line + 1
            );
        }
    }

    public static MarkdownPage? TryRead(string path) =>
        File.Exists(path) ? new(path, File.ReadAllText(path)) : null;

    private static string? Given(HtmlBlock html)
    {
        const string Opening = "<!-- given:";
        var text = html.Lines.ToString().Trim();
        return
            text.StartsWith(Opening, StringComparison.Ordinal)
            && text.EndsWith("-->", StringComparison.Ordinal)
            ? text[Opening.Length..^3]
            : null;
    }

    private static string TextOf(HeadingBlock heading) =>
        string.Concat(
                heading
                    .Inline?.Descendants<LeafInline>()
                    .Select(inline =>
                        inline switch
                        {
                            LiteralInline literal => literal.Content.ToString(),
                            CodeInline code => code.Content,
                            _ => "",
                        }
                    )
                    ?? []
            )
            .Trim();
}
