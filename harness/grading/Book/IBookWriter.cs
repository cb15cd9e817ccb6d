using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Book;

/// <summary>Writes a class's grades in one form, a student at a time: whole classes of long messages fit into no memory.</summary>
internal interface IBookWriter : IDisposable
{
    /// <summary>Adds a row.</summary>
    /// <param name="student">The row.</param>
    /// <param name="work">What was handed in.</param>
    void Add(StudentResult student, SubmittedWork work);

    /// <summary>Puts the file in the place of an older one.</summary>
    void Finish();
}
