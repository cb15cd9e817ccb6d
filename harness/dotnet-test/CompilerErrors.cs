using System.Text.Json;

namespace Katas.Harness.DotnetTest;

/// <summary>Reads a compiler's errors from the SARIF file that it writes.</summary>
internal static class CompilerErrors
{
    /// <summary>Each error as <c>path(line,column): CS1002: ; expected</c>; none when there is no file.</summary>
    /// <param name="sarif">The file.</param>
    /// <param name="shorten">How a path is shown.</param>
    public static IEnumerable<string> Read(string sarif, Func<string, string> shorten)
    {
        if (!File.Exists(sarif))
            return [];
        using var document = JsonDocument.Parse(File.ReadAllText(sarif));
        return
        [
            .. document
                .RootElement.GetProperty("runs")
                .EnumerateArray()
                .SelectMany(run => run.GetProperty("results").EnumerateArray())
                .Where(result =>
                    result.TryGetProperty("level", out var level) && level.GetString() == "error"
                )
                .Select(result => Describe(result, shorten)),
        ];
    }

    private static string Describe(JsonElement result, Func<string, string> shorten)
    {
        var text =
            $"{result.GetProperty("ruleId").GetString()}: {result.GetProperty("message").GetProperty("text").GetString()}";
        if (
            !result.TryGetProperty("locations", out var locations)
            || locations.GetArrayLength() == 0
        )
        {
            return text;
        }
        var place = locations[0].GetProperty("physicalLocation");
        var region = place.GetProperty("region");
        var file = new Uri(
            place.GetProperty("artifactLocation").GetProperty("uri").GetString()!
        ).LocalPath;
        return $"{shorten(file)}({region.GetProperty("startLine")},{region.GetProperty("startColumn")}): {text}";
    }
}
