namespace Katas.CuttingTheWork;

/// <summary>What is wrong with shares, in words; <see langword="null"/> when nothing is.</summary>
internal static class ShareRules
{
    /// <summary>One after the other, from item 0 to the last: nothing lost, nothing given twice.</summary>
    public static string? Cover(IReadOnlyList<Share> shares, int items)
    {
        var next = 0L;
        foreach (var share in shares)
        {
            if (share.Start > next)
                return $"items {next} to {share.Start - 1} are lost. {Show(shares)}";
            if (share.Start < next)
                return $"item {share.Start} is given out twice. {Show(shares)}";
            next = (long)share.Start + share.Count;
        }
        return next == items
            ? null
            : $"the shares end at item {next}, but there are {items} items. {Show(shares)}";
    }

    /// <summary>So many as workers could have one: by their count, and by whoever goes through them.</summary>
    public static string? Number(IReadOnlyList<Share> shares, int workers)
    {
        var met = 0;
        foreach (var _ in shares)
            met++;
        return (shares.Count, met) == (workers, workers)
            ? null
            : $"{workers} workers could have a share. {Show(shares)}";
    }

    public static string? NotEmpty(IReadOnlyList<Share> shares) =>
        shares.Any(share => share.Count < 1)
            ? $"a share is empty, so a worker is called for nothing. {Show(shares)}"
            : null;

    public static string? Even(IReadOnlyList<Share> shares) =>
        shares.Count > 0 && shares.Max(share => share.Count) - shares.Min(share => share.Count) > 1
            ? $"one share has more than one item more than another; the last worker decides when all is done. {Show(shares)}"
            : null;

    public static string Show(IReadOnlyList<Share> shares) =>
        "The shares: "
        + (
            shares.Count == 0
                ? "none."
                : string.Join(", ", shares.Select(share => $"{share.Count} from {share.Start}"))
                    + "."
        );
}
