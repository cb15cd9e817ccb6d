namespace Katas.Harness.Workbook;

/// <summary>What somebody may have meant who mistyped a name.</summary>
public static class NearestNames
{
    private const int Most = 3;

    /// <summary>The names that come nearest to a text, the nearest first; three at most.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="names">The names that there are.</param>
    public static IReadOnlyList<string> Of(string text, IEnumerable<string> names) =>
        [.. names.OrderBy(name => Distance(text, name)).Take(Most)];

    /// <summary>The same as the end of a message: <c>a, b or c</c>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="names">The names that there are.</param>
    public static string Sentence(string text, IEnumerable<string> names)
    {
        var nearest = Of(text, names);
        return nearest.Count < 2
            ? string.Concat(nearest)
            : $"{string.Join(", ", nearest.SkipLast(1))} or {nearest[^1]}";
    }

    /// <summary>How many letters of a part of the name must change to make the text of it; parts are what hyphens separate.</summary>
    private static int Distance(string text, string name)
    {
        if (name.Contains(text, StringComparison.OrdinalIgnoreCase))
            return 0;
        var rest = name.Split('-', 2)[^1];
        return name.Split('-').Append(name).Append(rest).Min(part => Edits(text, part));
    }

    /// <summary>The edit distance of Levenshtein, whatever the case of the letters.</summary>
    private static int Edits(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                var cost = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
