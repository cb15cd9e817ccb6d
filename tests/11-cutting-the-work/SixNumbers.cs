namespace Katas.CuttingTheWork;

/// <summary>Chapter 13's problem: six numbers to be tested for a factor, and what each test costs.</summary>
internal static class SixNumbers
{
    /// <summary>Trial divisions in thousands, in the order of the numbers.</summary>
    public static IReadOnlyList<int> Costs { get; } = [5298, 5305, 5298, 5368, 5380, 1653];
}
