namespace Katas.Harness.Grading.Book;

/// <summary>What a platform imports.</summary>
public enum BookFormat
{
    /// <summary>A <c>results.json</c> for each student, as an autograder writes it.</summary>
    Gradescope,

    /// <summary>The result of a runner for each student, as Classroom's reporter reads it.</summary>
    GithubClassroom,

    /// <summary>The grading worksheet of an assignment.</summary>
    Moodle,

    /// <summary>The gradebook as Canvas imports it.</summary>
    Canvas,
}
