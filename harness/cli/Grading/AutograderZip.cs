using System.IO.Compression;
using Katas.Harness.Cli.Updating;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Grading;

/// <summary>The zip that Gradescope takes as an autograder: the workbook as git has it, and two scripts at its top.</summary>
internal static class AutograderZip
{
    private const string Scripts = "harness/grading/pack/gradescope/";
    private const string Config = "grading.json";

    /// <summary>A regular file that its owner may run, in the upper half of a zip's attributes.</summary>
    private const int Executable = 0x81ED << 16;
    private const int Readable = 0x81A4 << 16;

    /// <summary>Writes the zip.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="config">The configuration to pack, or <see langword="null"/>.</param>
    /// <param name="file">The zip.</param>
    /// <exception cref="UsageException">The workbook is no clone, so that nobody knows which files belong to it.</exception>
    public static void Write(WorkbookPaths paths, string? config, string file)
    {
        // Only what git knows: submissions and grades may lie beside it.
        var lines = new Git(paths.Root)
            .Text("ls-files", "-s", "-z")
            .Split('\0', StringSplitOptions.RemoveEmptyEntries);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var unfinished = file + ".tmp";
        using (var zip = new ZipArchive(File.Create(unfinished), ZipArchiveMode.Create))
        {
            foreach (var line in lines)
            {
                // 100755 HASH STAGE<tab>path
                var (mode, path) = (
                    line[..6],
                    line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]
                );
                var source = Path.Combine(paths.Root, path);
                if (path == Config || !File.Exists(source))
                    continue;
                Add(zip, source, path, mode == "100755");
                if (path.StartsWith(Scripts, StringComparison.Ordinal))
                    Add(zip, source, path[Scripts.Length..], isProgram: true);
            }
            if (config is not null)
                Add(zip, config, Config, isProgram: false);
        }
        File.Move(unfinished, file, overwrite: true);
    }

    private static void Add(ZipArchive zip, string source, string path, bool isProgram) =>
        zip.CreateEntryFromFile(source, path).ExternalAttributes = isProgram
            ? Executable
            : Readable;
}
