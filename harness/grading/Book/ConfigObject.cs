using System.Globalization;
using System.Text.Json;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Book;

/// <summary>An object of <c>grading.json</c>, whose every mistake is an error that says where.</summary>
/// <param name="value">The value.</param>
/// <param name="place">Where it stands, for example <c>chapters.03-first-thread</c>; empty at the top.</param>
internal sealed class ConfigObject(JsonElement value, string place)
{
    /// <summary>The properties, each of them once, and each one of these names if they are known.</summary>
    public IEnumerable<(string Name, JsonElement Value)> Properties(
        IReadOnlyCollection<string>? known = null
    )
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw Wrong("", value, "an object in braces");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (!seen.Add(property.Name))
                throw new GradingConfigException($"'{Path(property.Name)}' is there twice.");
            if (known is not null && !known.Contains(property.Name))
            {
                throw new GradingConfigException(
                    $"There is no '{Path(property.Name)}'. Did you mean {NearestNames.Sentence(property.Name, known)}?"
                );
            }
            yield return (property.Name, property.Value);
        }
    }

    public ConfigObject Object(string name, JsonElement element) => new(element, Path(name));

    public double Number(string name, JsonElement element, double most) =>
        element.ValueKind == JsonValueKind.Number
        && element.TryGetDouble(out var number)
        && number >= 0
        && number <= most
            ? number
            : throw Wrong(
                name,
                element,
                string.Create(CultureInfo.InvariantCulture, $"a number from 0 to {most}")
            );

    public string Text(string name, JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text
            ? text
            : throw Wrong(name, element, "a text");

    public DateTimeOffset Time(string name, JsonElement element) =>
        element.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParseExact(
            element.GetString(),
            [
                "yyyy-MM-dd'T'HH:mmzzz",
                "yyyy-MM-dd'T'HH:mm:sszzz",
                "yyyy-MM-dd'T'HH:mm'Z'",
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
            ],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : throw Wrong(
                name,
                element,
                "a time with its zone, such as \"2026-11-01T23:59+09:00\""
            );

    public T Word<T>(string name, JsonElement element)
        where T : struct, Enum
    {
        var words = Enum.GetNames<T>().Select(word => word.ToLowerInvariant()).ToList();
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
        return words.Contains(text)
            ? Enum.Parse<T>(text, ignoreCase: true)
            : throw Wrong(name, element, string.Join(" or ", words.Select(word => $"\"{word}\"")));
    }

    private string Path(string name) =>
        place.Length == 0 ? name
        : name.Length == 0 ? place
        : $"{place}.{name}";

    private GradingConfigException Wrong(string name, JsonElement element, string expected) =>
        new($"'{Path(name)}' is {element.GetRawText()}; it takes {expected}.");
}
