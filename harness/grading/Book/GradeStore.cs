using System.Text.Json;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Book;

/// <summary>Keeps what came of each chapter in a file for each student, so that a run that was stopped, however, goes on where it was.</summary>
/// <param name="folder">Where the files are.</param>
internal sealed class GradeStore(string folder)
{
    private readonly Lock _gate = new();

    /// <summary>What is kept of a student, by slug.</summary>
    public IReadOnlyDictionary<string, KeptChapter> Read(string key)
    {
        lock (_gate)
            return Load(key);
    }

    /// <summary>Keeps one chapter more.</summary>
    public void Keep(string key, KeptChapter chapter)
    {
        lock (_gate)
        {
            var chapters = Load(key);
            chapters[chapter.Grade.Slug] = chapter;
            Directory.CreateDirectory(folder);
            AtomicFile.WriteAllText(
                File(key),
                JsonSerializer.Serialize(chapters, GradeJson.Options)
            );
        }
    }

    private string File(string key) => Path.Combine(folder, $"{key}.json");

    private SortedDictionary<string, KeptChapter> Load(string key)
    {
        try
        {
            if (
                System.IO.File.Exists(File(key))
                && JsonSerializer.Deserialize<SortedDictionary<string, KeptChapter>>(
                    System.IO.File.ReadAllText(File(key)),
                    GradeJson.Options
                )
                    is { } chapters
            )
                return chapters;
        }
        catch (JsonException)
        {
            // Of an older version.
        }
        return new(StringComparer.Ordinal);
    }
}
