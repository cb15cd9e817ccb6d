using System.Text.Json;

namespace Katas.Harness.Cli.Timing;

/// <summary>Writes a result as JSON, for other programs.</summary>
internal static class TimeJson
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    public static string Write(TimeResult result) =>
        JsonSerializer.Serialize(
            new
            {
                result.Chapter,
                result.Cores,
                result.Runtime,
                Variants = result.Workloads.SelectMany(workload =>
                    workload.Variants.Select(figures => new
                    {
                        figures.Name,
                        figures.Workers,
                        figures.MedianSeconds,
                        figures.Speedup,
                        figures.SpeedupLow,
                        figures.SpeedupHigh,
                        figures.Bound,
                        figures.Efficiency,
                        figures.CpuPerWall,
                        Verdict = Format.Verdict(figures.Verdict),
                        figures.Reason,
                        figures.SpeedupMin,
                        figures.SpeedupMax,
                        figures.SerialFraction,
                        figures.StartSeconds,
                        figures.BreakEvenSeconds,
                        Workload = workload.Title,
                        workload.Rounds,
                    })
                ),
                Troubles = result.Problems,
            },
            s_options
        ) + "\n";
}
