namespace Katas.Harness.Grading.Book;

/// <summary>A chapter of a submission that has to be graded.</summary>
public sealed class PendingChapter
{
    internal PendingChapter(ClassMember member, string slug) => (Member, Slug) = (member, slug);

    /// <summary>The chapter.</summary>
    public string Slug { get; }

    internal ClassMember Member { get; }
}
