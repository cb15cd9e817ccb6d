namespace Katas.Harness.Grading.Intake;

/// <summary>What the name of a hand-in says, and what lies beside it.</summary>
/// <param name="Student">Who handed it in.</param>
public sealed record HandInName(string Student)
{
    /// <summary>The number by which Moodle or Canvas knows the student, or Gradescope's student ID; <see langword="null"/> when there is none.</summary>
    public string? Id { get; init; }

    /// <summary>The student's address, which Gradescope tells.</summary>
    public string? Email { get; init; }

    /// <summary>When it was handed in, if that is known.</summary>
    public DateTimeOffset? HandedIn { get; init; }

    /// <summary>Whether Canvas marks it as late, without saying how late.</summary>
    public bool IsLate { get; init; }

    /// <summary>What counts among several hand-ins of a student: the highest is the last.</summary>
    internal long Attempt { get; init; }

    /// <summary>The name of the file itself, where the name of the student stands before it.</summary>
    internal string? FileName { get; init; }
}
