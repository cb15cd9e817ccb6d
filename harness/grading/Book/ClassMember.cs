using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Book;

/// <summary>A student of a class that is being graded. What was handed in is in memory only while it is read or graded.</summary>
internal sealed class ClassMember(HandIn handIn)
{
    public HandIn HandIn => handIn;

    public string Key { get; } = FileKey.Of(handIn.Student);

    /// <summary>The hash of each chapter that was handed in.</summary>
    public IReadOnlyDictionary<string, string> Contents { get; private set; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What was noted when it was read.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Reads what was handed in, and forgets all but the hashes.</summary>
    public void Read()
    {
        var work = handIn.Read();
        Notes = work.Notes;
        Contents = work.Chapters.ToDictionary(
            chapter => chapter.Key,
            chapter => chapter.Value.Hash(),
            StringComparer.Ordinal
        );
    }
}
