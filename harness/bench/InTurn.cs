using System.Diagnostics;
using Katas.Harness.Timing;

namespace Katas.Bench;

/// <summary>Measures two things in turn: A B, B A, …; a machine that slows down or speeds up favours neither.</summary>
internal static class InTurn
{
    /// <summary>Runs both so many times and returns the median of each one's figures.</summary>
    public static async Task<(double Ours, double Peer)> Medians(
        int rounds,
        Func<Task<double>> ours,
        Func<Task<double>> peer
    )
    {
        var oursFigures = new List<double>();
        var peerFigures = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            if (round % 2 == 0)
                oursFigures.Add(await ours());
            peerFigures.Add(await peer());
            if (round % 2 == 1)
                oursFigures.Add(await ours());
        }
        return (Statistics.Median(oursFigures), Statistics.Median(peerFigures));
    }

    /// <summary>How long something takes, in seconds.</summary>
    public static async Task<double> Seconds(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
