using System.CommandLine;
using Katas.Harness.Grading.Book;

namespace Katas.Harness.Cli.Grading;

public class GradeRequestTests
{
    [Test]
    public void A_line_says_what_to_grade()
    {
        var request = Of(
            "class.zip",
            "--chapters",
            "3,05-lost-orders",
            "--format",
            "moodle,canvas",
            "--jobs",
            "7"
        );

        Assert.That(request.Submissions, Is.EqualTo(Path.GetFullPath("class.zip")));
        Assert.That(request.Output, Does.EndWith(Path.Combine("TestResults", "grades", "class")));
        Assert.That(request.Slugs, Is.EqualTo(["03-first-thread", "05-lost-orders"]));
        Assert.That(request.Formats, Is.EqualTo([BookFormat.Moodle, BookFormat.Canvas]));
        Assert.That(request.Jobs, Is.EqualTo(7));
    }

    [TestCase("What is to be graded is missing")]
    [TestCase("What is to be graded is missing", "--explain", "Kim")]
    [TestCase("There is no format 'mudle'. Did you mean moodle", "class", "--format", "mudle")]
    [TestCase("lies in what is graded", "class", "--out", "class/grades")]
    [TestCase("to watch", "missing", "--watch", "--out", "elsewhere")]
    [TestCase("There is no chapter '99'", "class", "--chapters", "99")]
    public void What_does_not_fit_together_is_an_error_that_helps(
        string message,
        params string[] line
    ) =>
        Assert.That(() => Of(line), Throws.TypeOf<UsageException>().With.Message.Contains(message));

    private static GradeRequest Of(params string[] line)
    {
        var submissions = new Argument<string?>("submissions") { Arity = ArgumentArity.ZeroOrOne };
        var options = new GradeArguments();
        var command = new RootCommand { submissions };
        foreach (var option in options.All)
            command.Add(option);
        var parsed = command.Parse(line);
        Assert.That(parsed.Errors, Is.Empty);
        return GradeRequest.Of(parsed, parsed.GetValue(submissions), options);
    }
}
