using System.Text;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Scaffolding;

/// <summary>Keeps <c>Katas.sln</c> to the platform Any CPU: <c>dotnet sln add</c> adds x64 and x86 for every project.</summary>
internal static class SolutionPlatforms
{
    private static readonly string[] s_unwanted = ["|x64", "|x86"];

    /// <summary>Rewrites the file as <c>dotnet sln</c> would without the other platforms.</summary>
    public static void KeepAnyCpu(WorkbookPaths paths) =>
        AtomicFile.WriteAllText(
            paths.SolutionPath,
            KeepAnyCpu(File.ReadAllText(paths.SolutionPath)),
            Encoding.UTF8
        );

    /// <summary>The solution's text without the other platforms, with the line endings that Git gives it.</summary>
    public static string KeepAnyCpu(string solution) =>
        string.Join(
            "\r\n",
            solution
                .ReplaceLineEndings("\n")
                .Split('\n')
                .Where(line =>
                    !s_unwanted.Any(platform => line.Contains(platform, StringComparison.Ordinal))
                )
        );
}
