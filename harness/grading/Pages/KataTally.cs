using Katas.Harness.Grading.Book;

namespace Katas.Harness.Grading.Pages;

/// <summary>How a class did in one kata.</summary>
internal sealed class KataTally(string slug, string kata)
{
    public string Slug => slug;

    public string Kata => kata;

    /// <summary>How many have all tests green.</summary>
    public int Green { get; private set; }

    /// <summary>How many have some.</summary>
    public int Some { get; private set; }

    /// <summary>How many have handed it in and have none.</summary>
    public int None { get; private set; }

    /// <summary>How many have handed it in.</summary>
    public int All => Green + Some + None;

    public void Add(ChapterGrade grade, KataResult result)
    {
        if (grade.State is ChapterState.Missing or ChapterState.NotJudged)
            return;
        if (grade.State == ChapterState.Graded && result.IsGreen)
            Green++;
        else if (grade.State == ChapterState.Graded && result.Passed > 0)
            Some++;
        else
            None++;
    }
}
