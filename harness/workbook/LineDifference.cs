namespace Katas.Harness.Workbook;

/// <summary>A line of two texts that are compared.</summary>
/// <param name="Left">The line of the first text, or <see langword="null"/> when only the second has it.</param>
/// <param name="Right">The line of the second text, or <see langword="null"/> when only the first has it.</param>
public sealed record LineDifference(string? Left, string? Right)
{
    /// <summary>Whether both texts have it.</summary>
    public bool IsSame => Left is not null && Right is not null;

    /// <summary>Compares two texts line by line, along their longest common part.</summary>
    /// <param name="left">The lines of the first.</param>
    /// <param name="right">The lines of the second.</param>
    public static IReadOnlyList<LineDifference> Compare(
        IReadOnlyList<string> left,
        IReadOnlyList<string> right
    )
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var common = CommonLengths(left, right);
        var result = new List<LineDifference>();
        var (i, j) = (0, 0);
        while (i < left.Count || j < right.Count)
        {
            if (i < left.Count && j < right.Count && left[i] == right[j])
                result.Add(new(left[i++], right[j++]));
            else if (j == right.Count || (i < left.Count && common[i + 1, j] >= common[i, j + 1]))
                result.Add(new(left[i++], null));
            else
                result.Add(new(null, right[j++]));
        }
        return result;
    }

    /// <summary>How many lines the rests of both texts have in common, from each pair of lines on.</summary>
    private static int[,] CommonLengths(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var common = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        for (var j = right.Count - 1; j >= 0; j--)
            common[i, j] =
                left[i] == right[j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }
}
