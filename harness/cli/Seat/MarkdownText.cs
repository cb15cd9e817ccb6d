using System.Globalization;
using Katas.Harness.Workbook.Failures;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Katas.Harness.Cli.Seat;

/// <summary>A page of Markdown as lines for a terminal.</summary>
/// <param name="width">The columns of the terminal.</param>
/// <param name="unicode">Whether more than ASCII may be written.</param>
internal sealed class MarkdownText(int width, bool unicode)
{
    /// <summary>Longer lines of prose are hard to read, however wide the terminal is.</summary>
    private const int WidestProse = 100;

    private const string Indent = "  ";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .Build();

    private readonly List<FailureLine> _lines = [];

    /// <summary>The lines of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="width">The columns of the terminal.</param>
    /// <param name="unicode">Whether more than ASCII may be written.</param>
    public static IReadOnlyList<FailureLine> Lines(string page, int width, bool unicode)
    {
        var text = new MarkdownText(Math.Min(width, WidestProse), unicode);
        text.AddAll(Markdown.Parse(page.ReplaceLineEndings("\n"), Pipeline), "");
        return text._lines;
    }

    private void AddAll(ContainerBlock blocks, string indent)
    {
        foreach (var block in blocks)
        {
            // Comments and the like are meant for others.
            if (block is HtmlBlock or LinkReferenceDefinitionGroup)
                continue;
            if (_lines.Count > 0 && block.Parent is not ListItemBlock)
                _lines.Add(new(""));
            Add(block, indent);
        }
    }

    private void Add(Block block, string indent)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AddWrapped(TextOf(heading.Inline), indent, Emphasis.Heading);
                break;
            case CodeBlock code:
                foreach (var line in code.Lines.ToString().TrimEnd().Split('\n'))
                    _lines.Add(new($"{indent}{Indent}{line}".TrimEnd(), Emphasis.Expected));
                break;
            case ListBlock list:
                AddList(list, indent);
                break;
            case QuoteBlock quote:
                AddQuote(quote, indent);
                break;
            case Table table:
                AddTable(table, indent);
                break;
            case ThematicBreakBlock:
                _lines.Add(
                    new(
                        indent + new string(unicode ? '─' : '-', width - indent.Length),
                        Emphasis.Aside
                    )
                );
                break;
            case LeafBlock { Inline: { } inline }:
                AddWrapped(TextOf(inline), indent, Emphasis.None);
                break;
            case ContainerBlock container:
                AddAll(container, indent);
                break;
        }
    }

    private void AddWrapped(string text, string indent, Emphasis emphasis)
    {
        foreach (
            var line in text.Split('\n')
                .SelectMany(line => TextWidth.Wrap(line, width - indent.Length))
        )
            _lines.Add(new((indent + line).TrimEnd(), emphasis));
    }

    private void AddList(ListBlock list, string indent)
    {
        var number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var start)
            ? start
            : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark =
                list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ")
                : unicode ? "• "
                : "- ";
            var first = _lines.Count;
            AddAll(item, indent + new string(' ', mark.Length));
            if (_lines.Count > first)
                _lines[first] = _lines[first] with
                {
                    Text = indent + mark + _lines[first].Text[(indent.Length + mark.Length)..],
                };
        }
    }

    private void AddQuote(QuoteBlock quote, string indent)
    {
        var bar = unicode ? "│ " : "| ";
        var inner = new MarkdownText(width - indent.Length - bar.Length, unicode);
        inner.AddAll(quote, "");
        _lines.AddRange(
            inner._lines.Select(line => line with { Text = (indent + bar + line.Text).TrimEnd() })
        );
    }

    private void AddTable(Table table, string indent)
    {
        var rows = table
            .OfType<TableRow>()
            .Select(row => row.OfType<TableCell>().Select(CellText).ToList())
            .ToList();
        var widths = ColumnWidths(rows, width - indent.Length);
        for (var row = 0; row < rows.Count; row++)
        {
            var cells = rows[row]
                .Select((cell, column) => TextWidth.Wrap(cell, widths[column]))
                .ToList();
            for (var line = 0; line < cells.Max(cell => cell.Count); line++)
                _lines.Add(
                    new(
                        (
                            indent
                            + string.Join(
                                Indent,
                                cells.Select(
                                    (cell, column) =>
                                        TextWidth.Pad(
                                            cell.ElementAtOrDefault(line) ?? "",
                                            widths[column]
                                        )
                                )
                            )
                        ).TrimEnd(),
                        row == 0 ? Emphasis.Heading : Emphasis.None
                    )
                );
        }
    }

    /// <summary>The columns' widths; where they do not fit, the widest gives way.</summary>
    private static List<int> ColumnWidths(IReadOnlyList<List<string>> rows, int room)
    {
        var widths = Enumerable
            .Range(0, rows.Max(row => row.Count))
            .Select(column => rows.Max(row => column < row.Count ? TextWidth.Of(row[column]) : 0))
            .ToList();
        while (widths.Sum() + Indent.Length * (widths.Count - 1) > room && widths.Max() > 1)
            widths[widths.IndexOf(widths.Max())]--;
        return widths;
    }

    private static string CellText(TableCell cell) =>
        string.Join(' ', cell.OfType<LeafBlock>().Select(block => TextOf(block.Inline)));

    /// <summary>The text of a paragraph: line ends in the source are blanks, as on a page.</summary>
    private static string TextOf(ContainerInline? inlines) =>
        string.Concat(inlines?.Select(TextOf) ?? []);

    private static string TextOf(Inline inline) =>
        inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline { IsHard: true } => "\n",
            LineBreakInline => " ",
            AutolinkInline link => link.Url,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            LinkInline { IsImage: false, Url: { } url } link
                when url.Contains("://", StringComparison.Ordinal) =>
                $"{TextOf((ContainerInline)link)} ({url})",
            ContainerInline container => TextOf(container),
            _ => "",
        };
}
