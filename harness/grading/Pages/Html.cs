using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Katas.Harness.Grading.Pages;

/// <summary>What all pages have in common: they need no network, and run nothing but the script that was written with them.</summary>
internal static partial class Html
{
    /// <summary>The beginning of a page, up to and including its body's tag.</summary>
    /// <param name="title">The title, as plain text.</param>
    /// <param name="script">The page's script, or an empty text.</param>
    public static string Head(string title, string script = "") =>
        $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Hash(
                PageStyle.Css
            )}'; script-src {(script.Length == 0 ? "'none'" : $"'{Hash(script)}'")}">
            <title>{Encode(title)}</title>
            <style>{PageStyle.Css}</style>
            </head>
            <body>

            """;

    /// <summary>The end of a page.</summary>
    /// <param name="script">The page's script, or an empty text.</param>
    public static string End(string script = "") =>
        (script.Length == 0 ? "" : $"<script>{script}</script>\n") + "</body>\n</html>\n";

    /// <summary>Any text as text.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(PlainText.Visible(text));

    /// <summary>A list of sentences; nothing where there are none.</summary>
    public static string List(string title, IReadOnlyCollection<string> sentences) =>
        sentences.Count == 0
            ? ""
            : $"<h3>{Encode(title)}</h3>\n<ul>\n{string.Concat(sentences.Select(one => $"<li>{Encode(one)}</li>\n"))}</ul>\n";

    /// <summary>A hint's Markdown: paragraphs with code in them.</summary>
    public static string Markdown(string text) =>
        string.Concat(
            text.ReplaceLineEndings("\n")
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(paragraph =>
                    $"<p>{Code().Replace(Encode(paragraph), "<code>${code}</code>")}</p>\n"
                )
        );

    /// <summary>A row of bars that are widths of a hundred, each with its colour's class.</summary>
    /// <param name="label">What it shows, in words.</param>
    /// <param name="parts">How much each part is of the whole.</param>
    public static string Bar(string label, params IReadOnlyList<(string Class, double Part)> parts)
    {
        var bar = new StringBuilder(
            $"<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{Encode(label)}\">"
        );
        var x = 0.0;
        foreach (var (name, part) in parts)
        {
            bar.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"{name}\" x=\"{x:0.##}\" width=\"{part * 100:0.##}\" height=\"8\"/>"
            );
            x += part * 100;
        }
        return bar.Append("</svg>").ToString();
    }

    private static string Hash(string text) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
