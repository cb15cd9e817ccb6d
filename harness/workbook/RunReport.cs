using System.Text.Json;

namespace Katas.Harness.Workbook;

/// <summary>The results of a run of <c>dotnet test</c> for other programs: what the progress table shows, as <c>katas.json</c> in the results folder.</summary>
/// <param name="Chapters">Every chapter of the run, in order.</param>
public sealed record RunReport(IReadOnlyList<ChapterReport> Chapters)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "katas.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    /// <summary>Writes the report into a folder, whole or not at all.</summary>
    /// <param name="folder">The folder, which exists.</param>
    public void Write(string folder) =>
        AtomicFile.WriteAllText(
            Path.Combine(folder, FileName),
            JsonSerializer.Serialize(this, Options) + "\n"
        );

    /// <summary>Reads the report of a folder.</summary>
    /// <param name="folder">A results folder.</param>
    /// <exception cref="FileNotFoundException">No run has left a report there.</exception>
    /// <exception cref="InvalidDataException">The file is no report.</exception>
    public static RunReport Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return JsonSerializer.Deserialize<RunReport>(File.ReadAllText(path), Options)
                ?? throw new InvalidDataException($"'{path}' is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{path}' is no run report: {e.Message}", e);
        }
    }
}
