using System.Text.Json;

namespace Katas.Harness.Workbook.Memory;

/// <summary>
/// What <c>kata</c> remembers between two commands: a file of JSON for each chapter, below <c>.kata/</c>. A file that cannot be read is set
/// aside, and costs no more than a run of its chapter.
/// </summary>
/// <param name="paths">The workbook.</param>
/// <param name="notice">Told, in a sentence, what was set aside.</param>
public sealed class KataMemory(WorkbookPaths paths, Action<string> notice)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    /// <summary>What is remembered of a chapter, whether or not its files have changed since; <see langword="null"/> when nothing is.</summary>
    /// <param name="slug">The chapter.</param>
    public ChapterMemory? Read(string slug)
    {
        var path = PathOf(slug);
        if (!File.Exists(path))
            return null;
        try
        {
            if (ChapterMemoryReader.Read(File.ReadAllText(path)) is { } memory)
                return memory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notice($"{paths.Short(path)} cannot be read: {e.Message}");
            return null;
        }
        catch (JsonException)
        {
            // Set aside below, as one that is JSON and says something else.
        }
        var aside = path + ".damaged";
        File.Move(path, aside, overwrite: true);
        notice(
            $"{paths.Short(path)} was damaged and is now {paths.Short(aside)}. The chapter will be tested again."
        );
        return null;
    }

    /// <summary>What is remembered of a chapter if its files are still the same.</summary>
    /// <param name="slug">The chapter.</param>
    public ChapterMemory? ReadCurrent(string slug) =>
        Read(slug) is { } memory && memory.Content == ChapterContent.Fingerprint(paths, slug)
            ? memory
            : null;

    /// <summary>Remembers how a chapter's tests ended.</summary>
    /// <param name="memory">How, and on what.</param>
    /// <exception cref="IOException">It cannot be written; what was remembered before still is.</exception>
    public void Write(ChapterMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        var path = PathOf(memory.Chapter);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.WriteAllText(path, JsonSerializer.Serialize(memory, Options) + "\n");
    }

    private string PathOf(string slug) => Path.Combine(paths.Memory, "chapters", $"{slug}.json");
}
