using System.Text.Json;
using Katas.Harness.Workbook;

namespace Katas.Harness.Engine.Mutants;

/// <summary>
/// Keeps what came of a chapter's mutants, so that the next run goes on where this one stops, however it stops. What was kept for another
/// solution or other tests is forgotten.
/// </summary>
internal sealed class MutantStore
{
    private readonly Lock _gate = new();
    private readonly string _file;
    private readonly Content _content;

    private MutantStore(string file, Content content) => (_file, _content) = (file, content);

    /// <summary>How long the slowest test takes on the reference answer, in seconds; 0 until that is known.</summary>
    public double SlowestTest
    {
        get => _content.SlowestTest;
        set => Change(() => _content.SlowestTest = value);
    }

    public static MutantStore Open(string file, string fingerprint)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var kept = Read(file);
        return new(file, kept?.Fingerprint == fingerprint ? kept : new Content(fingerprint));
    }

    public MutantResult? Find(MutantId id)
    {
        lock (_gate)
            return _content.Results.GetValueOrDefault(id.ToString());
    }

    public void Keep(MutantId id, MutantResult result) =>
        Change(() => _content.Results[id.ToString()] = result);

    private static Content? Read(string file)
    {
        try
        {
            return File.Exists(file)
                ? JsonSerializer.Deserialize<Content>(File.ReadAllText(file))
                : null;
        }
        catch (JsonException)
        {
            // Of an older version.
            return null;
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            AtomicFile.WriteAllText(_file, JsonSerializer.Serialize(_content));
        }
    }

    private sealed record Content(string Fingerprint)
    {
        public double SlowestTest { get; set; }

        public Dictionary<string, MutantResult> Results { get; init; } =
            new(StringComparer.Ordinal);
    }
}
