using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Book;

/// <summary>Grades the class of a test.</summary>
internal sealed class SampleSession(TemporaryClass sample, SampleGrader grader)
{
    public string Output => Path.Combine(sample.Submissions, "..", "out");

    public GradingConfig Config { get; set; } = new();

    public bool Grade(params IReadOnlyList<BookFormat> formats)
    {
        using var intake = sample.Open();
        var options = new GradingOptions(
            sample.Paths,
            [TemporaryClass.Threads, TemporaryClass.Orders],
            Output
        )
        {
            Config = Config,
            Formats = formats,
        };
        using var session = GradingSession.Open(options, grader, intake);
        foreach (var pending in session.Pending)
            session.Grade(pending).GetAwaiter().GetResult();
        return session.Write();
    }

    public Gradebook Book() => GradebookFile.Read(Output)!;

    public string Text(string file) => File.ReadAllText(Path.Combine(Output, file));
}
