using System.Text.Json;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Book;

/// <summary>Reads <c>grading.json</c>. Nothing in it is passed over: a name that is mistyped would change grades.</summary>
public static class GradingConfigReader
{
    private const double MostPoints = 1_000_000;
    private static readonly string[] s_keys =
    [
        "credit",
        "violations",
        "unstable",
        "coverage",
        "due",
        "late",
        "handedIn",
        "names",
        "chapters",
    ];
    private static readonly string[] s_lateKeys = ["perDay", "most"];
    private static readonly string[] s_chapterKeys = ["points", "due", "katas"];

    /// <summary>Reads a file.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="GradingConfigException">Something in it cannot be followed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static GradingConfig Read(WorkbookPaths paths, string file)
    {
        try
        {
            return Parse(
                File.ReadAllText(file),
                paths.Slugs(),
                slug => [.. LessonKatas.Read(paths, slug).Select(kata => kata.Name)]
            );
        }
        catch (GradingConfigException e)
        {
            throw new GradingConfigException($"{file}: {e.Message}");
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="slugs">The chapters that there are.</param>
    /// <param name="katas">The katas of each.</param>
    /// <exception cref="GradingConfigException">Something in it cannot be followed.</exception>
    public static GradingConfig Parse(
        string json,
        IReadOnlyList<string> slugs,
        Func<string, IReadOnlyList<string>> katas
    )
    {
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            return Top(new(document.RootElement, ""), slugs, katas);
        }
        catch (JsonException e)
        {
            throw new GradingConfigException($"This is no JSON: {e.Message}");
        }
    }

    private static GradingConfig Top(
        ConfigObject top,
        IReadOnlyList<string> slugs,
        Func<string, IReadOnlyList<string>> katas
    )
    {
        var config = new GradingConfig();
        foreach (var (name, value) in top.Properties(s_keys))
        {
            config = name switch
            {
                "credit" => config with { Credit = top.Word<Credit>(name, value) },
                "violations" => config with { Violations = top.Word<ViolationRule>(name, value) },
                "unstable" => config with { Unstable = top.Word<UnstableRule>(name, value) },
                "coverage" => config with { Coverage = top.Number(name, value, 1) },
                "due" => config with { Due = top.Time(name, value) },
                "late" => config with { Late = Late(top.Object(name, value)) },
                "handedIn" => config with
                {
                    HandedIn = Table(top.Object(name, value), (o, key, one) => o.Time(key, one)),
                },
                "names" => config with
                {
                    Names = Table(top.Object(name, value), (o, key, one) => o.Text(key, one)),
                },
                _ => config with
                {
                    Chapters = Table(
                        top.Object(name, value),
                        (o, slug, one) => Chapter(o.Object(slug, one), katas(slug)),
                        slugs
                    ),
                },
            };
        }
        return config;
    }

    private static LateRule Late(ConfigObject late)
    {
        var rule = new LateRule(0, 1);
        foreach (var (name, value) in late.Properties(s_lateKeys))
        {
            var number = late.Number(name, value, 1);
            rule = name == "perDay" ? rule with { PerDay = number } : rule with { Most = number };
        }
        return rule;
    }

    private static ChapterRule Chapter(ConfigObject chapter, IReadOnlyList<string> katas)
    {
        var rule = new ChapterRule(null, null, new Dictionary<string, double>());
        foreach (var (name, value) in chapter.Properties(s_chapterKeys))
        {
            rule = name switch
            {
                "points" => rule with { Most = chapter.Number(name, value, MostPoints) },
                "due" => rule with { Due = chapter.Time(name, value) },
                _ => rule with
                {
                    Katas = Table(
                        chapter.Object(name, value),
                        (o, kata, weight) => o.Number(kata, weight, MostPoints),
                        katas
                    ),
                },
            };
        }
        return rule;
    }

    private static Dictionary<string, T> Table<T>(
        ConfigObject table,
        Func<ConfigObject, string, JsonElement, T> read,
        IReadOnlyList<string>? known = null
    ) =>
        table
            .Properties(known)
            .ToDictionary(
                one => one.Name,
                one => read(table, one.Name, one.Value),
                StringComparer.Ordinal
            );
}
