using System.Text.RegularExpressions;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Scaffolding;

/// <summary>The names of a chapter that can be written: well-formed, and not taken.</summary>
public sealed partial class NewChapter
{
    private NewChapter(string slug, string name, string before)
    {
        Slug = slug;
        Name = name;
        Before = before;
    }

    /// <summary>Its folder, for example <c>15-your-topic</c>.</summary>
    public string Slug { get; }

    /// <summary>Its project and namespace, for example <c>YourTopic</c>.</summary>
    public string Name { get; }

    /// <summary>The chapter that comes before it, or <c>nothing</c>.</summary>
    public string Before { get; }

    /// <summary>Its title, made of the slug: <c>Your topic</c>.</summary>
    public string Title
    {
        get
        {
            var words = Slug[3..].Replace('-', ' ');
            return char.ToUpperInvariant(words[0]) + words[1..];
        }
    }

    /// <summary>Checks names against each other and the workbook.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="slug">Two digits and words, for example <c>15-your-topic</c>.</param>
    /// <param name="name">The words in one, for example <c>YourTopic</c>.</param>
    /// <exception cref="BadNameException">A name is of the wrong form, or taken.</exception>
    public static NewChapter Plan(WorkbookPaths paths, string slug, string name)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (!SlugForm().IsMatch(slug))
        {
            throw new BadNameException(
                $"'{slug}' is no chapter's folder. It should look like 15-your-topic: two digits, then small letters and digits with dashes between."
            );
        }
        if (!NameForm().IsMatch(name) || name is "Kitchen" or "Harness" or "Cli" or "Bench")
        {
            throw new BadNameException(
                $"'{name}' cannot be the chapter's namespace. It should look like YourTopic; Kitchen, Harness, Cli and Bench are taken."
            );
        }
        var slugs = paths.Slugs();
        foreach (var other in slugs)
        {
            if (other[..2] == slug[..2])
                throw new BadNameException($"There is a chapter {slug[..2]} already: {other}.");
            if (paths.NameOf(other) == name)
                throw new BadNameException($"{other} is called {name} already.");
        }
        foreach (var room in new[] { paths.Exercises, paths.Solutions, paths.Tests })
        {
            if (Directory.Exists(Path.Combine(room, slug)))
                throw new BadNameException(
                    $"The folder {Path.Combine(room, slug)} is there already."
                );
        }
        return new NewChapter(
            slug,
            name,
            slugs.LastOrDefault(other => string.CompareOrdinal(other, slug) < 0) ?? "nothing"
        );
    }

    [GeneratedRegex("^[0-9]{2}(-[a-z0-9]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlugForm();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameForm();
}
