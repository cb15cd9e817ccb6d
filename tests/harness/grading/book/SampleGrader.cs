namespace Katas.Harness.Grading.Book;

/// <summary>Judges by what stands in the file: each line is a test of kata One and its verdict.</summary>
internal sealed class SampleGrader : IChapterGrader
{
    public List<string> Graded { get; } = [];

    public Action<string> Before { get; set; } = _ => { };

    public string Isolation { get; set; } = "not isolated: <none> of it";

    public Task<ChapterGrade> Grade(
        string slug,
        string folder,
        CancellationToken cancellationToken = default
    )
    {
        var file = Directory.EnumerateFiles(folder).First();
        var text = File.ReadAllText(file);
        Before(text);
        lock (Graded)
            Graded.Add($"{slug}: {text}");
        if (text.Contains("broken", StringComparison.Ordinal))
            return Task.FromResult(
                new ChapterGrade(slug, ChapterState.DoesNotCompile, [])
                {
                    Errors = [new("Threads.cs", 1, 2, "CS1002", "; expected <b>")],
                }
            );
        if (text.Contains("throw", StringComparison.Ordinal))
            throw new InvalidOperationException("no broker");
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return Task.FromResult(
            new ChapterGrade(
                slug,
                ChapterState.Graded,
                [.. lines.Select((line, i) => Test(line, i, file))]
            )
            {
                Violations = text.Contains("cheat", StringComparison.Ordinal)
                    ? [new("Threads.cs", 3, "System.Reflection.FieldInfo")]
                    : [],
                Coverage = text.Contains("lost", StringComparison.Ordinal)
                    ? null
                    :
                    [
                        new(
                            "One",
                            [
                                .. lines.Select(
                                    (line, i) =>
                                        new LineCoverage("Threads.cs", i + 1, line == "pass")
                                ),
                            ]
                        )
                        {
                            Reference = new(12, 12),
                        },
                    ],
                Reference = new(12, 13),
            }
        );
    }

    private static TestGrade Test(string line, int index, string file) =>
        new(
            "One",
            $"Test_{index}",
            line switch
            {
                "pass" => TestState.Passed,
                "unstable" => TestState.Unstable,
                _ => TestState.Failed,
            },
            line == "pass" ? null : $"{line}\n  at {file}:line 3"
        );
}
