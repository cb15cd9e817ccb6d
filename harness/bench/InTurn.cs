using System.Diagnostics;
using Katas.Harness.Timing;

namespace Katas.Harness.Bench;

/// <summary>Interleaves measurements (A B, B A, …), so that a machine that slows down or speeds up favours none.</summary>
internal static class InTurn
{
    /// <summary>Measures both in so many rounds; returns the median of each one's figures.</summary>
    public static async Task<(double Ours, double Peer)> Medians(
        int rounds,
        Func<Task<double>> ours,
        Func<Task<double>> peer
    )
    {
        var medians = await Medians(rounds, [ours, peer]).ConfigureAwait(false);
        return (medians[0], medians[1]);
    }

    /// <summary>Measures each in so many rounds; returns the median of each one's figures.</summary>
    public static async Task<double[]> Medians(int rounds, params Func<Task<double>>[] measures)
    {
        var figures = await Figures(rounds, measures).ConfigureAwait(false);
        return [.. figures.Select(Statistics.Median)];
    }

    /// <summary>Measures each in so many rounds, forwards in one and backwards in the next; returns each one's figures, round by round.</summary>
    public static async Task<IReadOnlyList<double>[]> Figures(
        int rounds,
        params Func<Task<double>>[] measures
    )
    {
        var figures = measures.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < measures.Length; i++)
            {
                var next = round % 2 == 0 ? i : measures.Length - 1 - i;
                figures[next][round] = await measures[next]().ConfigureAwait(false);
            }
        }
        return figures;
    }

    /// <summary>How long something takes, in seconds.</summary>
    public static async Task<double> Seconds(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action().ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
