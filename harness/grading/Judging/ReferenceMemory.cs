using System.Runtime.InteropServices;
using System.Text.Json;
using Katas.Harness.Grading.Book;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Judging;

/// <summary>Remembers between two gradings what the tests say of the solutions, so that grading one submission need not run them again.</summary>
/// <param name="folder">Where the files are: out of reach of what is graded.</param>
/// <param name="workbook">The workbook's version.</param>
/// <param name="isolation">How the solutions were shut in.</param>
internal sealed class ReferenceMemory(string folder, string workbook, string isolation)
{
    private readonly string _conditions =
        $"{workbook}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {isolation}";

    /// <summary>What is remembered of a chapter, if it was seen under the same conditions.</summary>
    public Reference? Read(string slug)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(
                File.ReadAllText(PathOf(slug)),
                GradeJson.Options
            );
            return kept?.Conditions == _conditions ? kept.Reference : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // Never written, of an older version, or damaged: the solution is run again.
            return null;
        }
    }

    /// <summary>Remembers a chapter that can be judged here.</summary>
    public void Keep(string slug, Reference reference)
    {
        try
        {
            Directory.CreateDirectory(folder);
            AtomicFile.WriteAllText(
                PathOf(slug),
                JsonSerializer.Serialize(new Kept(_conditions, reference), GradeJson.Options)
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another worker writes the same, or nobody may write here: the next grading takes longer.
        }
    }

    private string PathOf(string slug) => Path.Combine(folder, $"{slug}.json");

    private sealed record Kept(string Conditions, Reference Reference);
}
