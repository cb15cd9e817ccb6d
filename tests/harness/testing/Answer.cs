namespace Katas.SomeChapter;

/// <summary>Stands for a learner's code, which is outside the harness.</summary>
internal static class Answer
{
    public static void Cook(Action step) => step();
}
