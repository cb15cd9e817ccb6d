using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Report;

/// <summary>Says of a step that cannot be taken what its fiber waits for.</summary>
internal static class WaitDescription
{
    public static string ToTake(in Operation step) =>
        step.What switch
        {
            "locks" => "waits to lock",
            "wakes and locks" => "waits for a pulse of",
            "joins" => "waits for the end of",
            "spins" => "goes round in a loop",
            "waits for its threads" => "waits for its threads",
            "has ended" => "has ended",
            { } what when what.StartsWith("waits", StringComparison.Ordinal) => what,
            { } what => $"waits ({what})",
            null => "waits",
        };
}
