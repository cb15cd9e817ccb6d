using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.DotnetTest;

/// <summary>The pages of the results folder on which a person reads what is red, one for each chapter.</summary>
/// <param name="Folder">The results folder.</param>
/// <param name="Shorten">How a path is shown.</param>
internal sealed record FailurePages(string Folder, Func<string, string> Shorten)
{
    /// <summary>Writes the page of each chapter that has something red, and deletes that of each which no longer has.</summary>
    public void Write(IEnumerable<ChapterResult> results)
    {
        foreach (var result in results)
        {
            if (result.IsGreen)
            {
                File.Delete(Of(result));
                continue;
            }
            AtomicFile.WriteAllText(
                Of(result),
                FailurePage.Markdown(result.ToReport(), result.RunError, result.Failures, Shorten)
            );
        }
    }

    /// <summary>The page of a chapter.</summary>
    public string Of(ChapterResult result) => Path.Combine(Folder, $"{result.Slug}.md");
}
