using System.Text.Json;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Updating;

/// <summary>An update that has begun: enough to end it from any point. It stands from before the first change to after the last.</summary>
/// <param name="Branch">The full name of the learner's branch.</param>
/// <param name="OldHead">The branch's commit before.</param>
/// <param name="NewHead">Its commit after.</param>
/// <param name="Base">The version of the workbook that the learner has.</param>
/// <param name="Published">The newer one.</param>
internal sealed record UpdateJournal(
    string Branch,
    string OldHead,
    string NewHead,
    string Base,
    string Published
)
{
    /// <summary>The journal of an update that was interrupted, or <see langword="null"/>. One that cannot be read is set aside: it was no use.</summary>
    public static UpdateJournal? Find(WorkbookPaths paths)
    {
        var path = PathIn(paths);
        if (!File.Exists(path))
            return null;
        try
        {
            if (
                JsonSerializer.Deserialize<UpdateJournal>(File.ReadAllText(path)) is
                {
                    Branch: not null,
                    OldHead: not null,
                    NewHead: not null,
                    Base: not null,
                    Published: not null
                } journal
            )
                return journal;
        }
        catch (JsonException)
        {
            // Set aside below.
        }
        File.Move(path, path + ".damaged", overwrite: true);
        return null;
    }

    /// <summary>Writes the journal.</summary>
    public void Write(WorkbookPaths paths)
    {
        Directory.CreateDirectory(paths.Memory);
        AtomicFile.WriteAllText(PathIn(paths), JsonSerializer.Serialize(this) + "\n");
    }

    /// <summary>The update is complete.</summary>
    public static void Delete(WorkbookPaths paths) => File.Delete(PathIn(paths));

    private static string PathIn(WorkbookPaths paths) => Path.Combine(paths.Memory, "update.json");
}
