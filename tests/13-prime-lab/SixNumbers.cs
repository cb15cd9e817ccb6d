namespace Katas.PrimeLab;

/// <summary>The numbers of the prime problem: the first five are prime (the third is the first again), the last is 3306091 × 332636609.</summary>
internal static class SixNumbers
{
    public static IReadOnlyList<long> All { get; } =
    [
        112272535095293,
        112582705942171,
        112272535095293,
        115280095190773,
        115797848077099,
        1099726899285419,
    ];
}
