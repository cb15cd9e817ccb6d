using System.CommandLine;
using Katas.Harness.Grading;
using Katas.Harness.Grading.Book;

namespace Katas.Harness.Cli.Grading;

/// <summary><c>grade</c>: grades a class's submissions, and writes the gradebook.</summary>
/// <remarks>
/// Exit codes: 0 everything is judged, whatever the grades; 1 a submission holds nothing to grade, or a chapter could not be judged here; 2 it
/// could not be done; 130 stopped by Ctrl+C. What was graded until then is kept.
/// </remarks>
internal static class GradeCommand
{
    public static Command Create()
    {
        var submissions = new Argument<string?>("submissions")
        {
            Description =
                "A folder of folders or zips, one for each student, or a zip of them, as Moodle, Canvas, Gradescope and GitHub Classroom name them.",
            Arity = ArgumentArity.ZeroOrOne,
        }.RefuseOptions();
        var options = new GradeArguments();
        var command = new Command(
            "grade",
            "Grades a class's submissions, and writes a gradebook and a page for each student. Where it was stopped it goes on; what has not changed is not graded again. Exit code 0 when everything is judged, whatever the grades, 1 when a submission holds nothing to grade or a chapter could not be judged, 2 when it could not be done, 130 when it was stopped."
        )
        {
            submissions,
        };
        foreach (var option in options.All)
            command.Add(option);
        command.SetGuardedAction(
            (parsed, cancellationToken) =>
                Run(
                    GradeRequest.Of(parsed, parsed.GetValue(submissions), options),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> Run(GradeRequest request, CancellationToken cancellationToken)
    {
        if (request.Pack)
        {
            var file = Path.Combine(request.Output, "gradescope.zip");
            AutograderZip.Write(request.Paths, request.Config, file);
            Console.WriteLine($"Autograder: {PlainText.Console(file)}");
            return ExitCodes.Ok;
        }
        var code = ExitCodes.Ok;
        if (request.Submissions is not null)
        {
            try
            {
                code = await GradeWork.Run(request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is GradingConfigException or ClusterException)
            {
                throw new UsageException(e.Message);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await Console
                    .Error.WriteLineAsync("What was graded is kept. The same command goes on.")
                    .ConfigureAwait(false);
                throw;
            }
        }
        if (request.Explain is { } student)
            GradeView.Explain(Book(request.Output), student);
        if (request.Compare is { } older)
            GradeView.Compare(Book(older), Book(request.Output));
        return code;
    }

    private static Gradebook Book(string folder) =>
        GradebookFile.Read(folder)
        ?? throw new UsageException(
            $"'{folder}' holds no {Gradebook.FileName}. Grade first, or name the folder of a gradebook."
        );
}
