namespace Katas.Harness.Bench;

/// <summary>The jobs of the process pool's benchmark.</summary>
internal static class ProcessPoolJobs
{
    public static int Following(int number, CancellationToken cancellationToken) => number + 1;

    /// <summary>Some tens of milliseconds of arithmetic that no compiler removes.</summary>
    public static long Spin(int rounds, CancellationToken cancellationToken)
    {
        var sum = 0L;
        for (var i = 1L; i <= rounds; i++)
            sum += 1_000_000_007 % i;
        return sum;
    }
}
