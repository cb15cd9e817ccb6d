using Katas.Harness.Grading;
using Katas.Harness.Grading.Book;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Grading;

/// <summary>What <c>grade</c> says of gradebooks on the console.</summary>
internal static class GradeView
{
    /// <summary>Shows how a student's points came about.</summary>
    /// <exception cref="UsageException">There is no such student.</exception>
    public static void Explain(Gradebook book, string name)
    {
        var students = book
            .Students.Where(one => one.Student == name || one.Name == name || one.Id == name)
            .ToList();
        if (students.Count == 0)
        {
            throw new UsageException(
                PlainText.Console(
                    $"There is no student '{name}' in the gradebook. Did you mean {NearestNames.Sentence(name, book.Students.Select(one => one.Student))}?"
                )
            );
        }
        foreach (var line in students.SelectMany(GradeExplanation.Lines))
            Console.WriteLine(PlainText.Console(line));
    }

    /// <summary>Shows who has other points than before, and by what.</summary>
    public static void Compare(Gradebook before, Gradebook after)
    {
        foreach (var line in GradeComparison.Lines(before, after))
            Console.WriteLine(PlainText.Console(line));
    }
}
