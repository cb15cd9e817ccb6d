using System.CommandLine;
using Katas.Harness.Grading;
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

    [Test]
    public void With_a_cluster_more_chapters_are_on_their_way_than_there_are_cores()
    {
        var here = Of("class");
        var cluster = Of("class", "--cluster", "amqp://me:secret@host");
        var few = Of("class", "--cluster", "amqp://me:secret@host", "--jobs", "2");

        Assert.That(here.Cluster, Is.Null);
        Assert.That(here.Jobs, Is.EqualTo(GraderOptions.Parallelism));
        Assert.That(cluster.Cluster, Is.EqualTo(new Uri("amqp://me:secret@host")));
        Assert.That(cluster.Jobs, Is.EqualTo(32));
        Assert.That(few.Jobs, Is.EqualTo(2));
    }

    [TestCase("ampq://me:secret@host")]
    [TestCase("me:secret@host")]
    [TestCase("amqp:/me:se@cret@host")]
    [TestCase("amqp://me:secret@host/a/b")]
    public void A_wrong_address_is_named_without_its_password(string address)
    {
        var thrown = Assert.Throws<UsageException>(() => Of("class", "--cluster", address));

        Assert.That(
            thrown!.Message,
            Does.StartWith("--cluster is '")
                .And.Contain("***@host")
                .And.Contain("It looks like amqp://")
                .And.Not.Contain("secret")
                .And.Not.Contain("cret")
        );
    }

    [TestCase("What is to be graded is missing")]
    [TestCase("What is to be graded is missing", "--explain", "Kim")]
    [TestCase("There is no format 'mudle'. Did you mean moodle", "class", "--format", "mudle")]
    [TestCase("lies in what is graded", "class", "--out", "class/grades")]
    [TestCase(
        "give --sandbox to kata worker",
        "class",
        "--cluster",
        "amqp://host",
        "--sandbox",
        "bwrap"
    )]
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
