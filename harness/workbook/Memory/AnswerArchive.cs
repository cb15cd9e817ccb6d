using System.Globalization;
using System.Text.Json;

namespace Katas.Harness.Workbook.Memory;

/// <summary>
/// Keeps what a command is about to replace, below <c>.kata/kept</c>, and brings it back. A copy is complete before anything is replaced, so
/// whoever is killed in between has lost nothing; nothing that was kept is ever deleted.
/// </summary>
/// <param name="paths">The workbook.</param>
/// <param name="step">Called before each change to the disk; for tests that stop there.</param>
public sealed class AnswerArchive(WorkbookPaths paths, Action? step = null)
{
    private const string ListName = "kept.json";
    private const string UndoneName = "undone";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    private string Root => Path.Combine(paths.Memory, "kept");

    /// <summary>The newest answer that <c>undo</c> would bring back, or <see langword="null"/> when there is none.</summary>
    public KeptAnswer? Newest =>
        Numbers()
            .OrderDescending()
            .Select(Read)
            .FirstOrDefault(kept =>
                kept is { IsUndo: false }
                && !File.Exists(Path.Combine(FolderOf(kept.Number), UndoneName))
            );

    /// <summary>Copies files to a folder of their own.</summary>
    /// <param name="reason">Why they are replaced, for people.</param>
    /// <param name="files">Their full paths; those that are not there are noted as such.</param>
    /// <param name="isUndo">Whether it is <c>undo</c> that replaces them.</param>
    /// <exception cref="IOException">They cannot be copied, and must not be replaced.</exception>
    public KeptAnswer Keep(string reason, IEnumerable<string> files, bool isUndo = false)
    {
        var number = Numbers().DefaultIfEmpty(0).Max() + 1;
        var folder = FolderOf(number);
        step?.Invoke();
        Directory.CreateDirectory(folder);
        var kept = new List<KeptFile>();
        foreach (var file in files)
        {
            var name = paths.Short(file);
            kept.Add(new KeptFile(name, File.Exists(file)));
            if (!File.Exists(file))
                continue;
            var copy = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            step?.Invoke();
            File.Copy(file, copy);
        }
        var answer = new KeptAnswer(number, reason, isUndo, kept);
        // The list comes last: a folder without one is a copy that was never finished.
        step?.Invoke();
        AtomicFile.WriteAllText(
            Path.Combine(folder, ListName),
            JsonSerializer.Serialize(answer, Options) + "\n"
        );
        return answer;
    }

    /// <summary>Keeps files, and puts others in their place.</summary>
    /// <param name="reason">Why they are replaced, for people.</param>
    /// <param name="changes">Their full paths and what is to stand there: <see langword="null"/> for nothing.</param>
    /// <param name="isUndo">Whether it is <c>undo</c> that replaces them.</param>
    /// <returns>What stood there.</returns>
    /// <exception cref="IOException">They cannot be kept or replaced; what was kept still is.</exception>
    public KeptAnswer Replace(
        string reason,
        IReadOnlyList<(string File, byte[]? Bytes)> changes,
        bool isUndo = false
    )
    {
        var kept = Keep(reason, changes.Select(change => change.File), isUndo);
        foreach (var (file, bytes) in changes)
        {
            step?.Invoke();
            if (bytes is null)
                File.Delete(file);
            else
                AtomicFile.WriteAllBytes(file, bytes);
        }
        return kept;
    }

    /// <summary>Where the copies of an answer are, relative to the workbook's root.</summary>
    /// <param name="answer">The answer.</param>
    public string PlaceOf(KeptAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return paths.Short(FolderOf(answer.Number));
    }

    /// <summary>Brings an answer back, after keeping what stands in its place now.</summary>
    /// <param name="answer">What <see cref="Newest"/> returned.</param>
    /// <returns>What stood there.</returns>
    /// <exception cref="IOException">A file cannot be read or written; what was kept still is.</exception>
    public KeptAnswer Restore(KeptAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var folder = FolderOf(answer.Number);
        var present = Replace(
            $"undo of {answer.Reason}",
            [
                .. answer.Files.Select(file =>
                    (
                        Path.Combine(paths.Root, file.Path),
                        file.Existed ? File.ReadAllBytes(Path.Combine(folder, file.Path)) : null
                    )
                ),
            ],
            isUndo: true
        );
        step?.Invoke();
        File.WriteAllText(Path.Combine(folder, UndoneName), "");
        return present;
    }

    private string FolderOf(int number) =>
        Path.Combine(Root, number.ToString("0000", CultureInfo.InvariantCulture));

    private IEnumerable<int> Numbers() =>
        Directory.Exists(Root)
            ? Directory
                .EnumerateDirectories(Root)
                .Select(folder =>
                    int.TryParse(
                        Path.GetFileName(folder),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                        ? number
                        : 0
                )
            : [];

    private KeptAnswer? Read(int number)
    {
        var list = Path.Combine(FolderOf(number), ListName);
        try
        {
            return File.Exists(list)
                ? JsonSerializer.Deserialize<KeptAnswer>(File.ReadAllText(list), Options)
                : null;
        }
        catch (JsonException)
        {
            // The copies are still there for a person to find.
            return null;
        }
    }
}
