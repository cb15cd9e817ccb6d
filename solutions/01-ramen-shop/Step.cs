namespace Katas.RamenShop;

/// <summary>One line of a plan: who does what for which bowl, and from when.</summary>
/// <param name="Bowl">The bowl, counted from 1 in the order of the guests.</param>
/// <param name="Work">What is done.</param>
/// <param name="Start">The minute in which it starts, counted from 0.</param>
/// <param name="Chef">The chef it keeps busy, from 1; <see langword="null"/> when it needs nobody.</param>
/// <param name="Burner">The burner it keeps busy, from 1; <see langword="null"/> when it needs none.</param>
public sealed record Step(int Bowl, Work Work, int Start, int? Chef, int? Burner)
{
    /// <summary>The minute in which chef and burner are free again.</summary>
    public int End => Start + Recipe.Minutes(Work);
}
