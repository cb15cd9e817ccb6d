using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Report;

/// <summary>Says of a step that cannot be taken what its fiber waits for.</summary>
internal static class WaitDescription
{
    public static string ToTake(in Operation step) =>
        step.Wait switch
        {
            WaitKind.Lock => "waits to lock",
            WaitKind.Pulse => "waits for a pulse of",
            WaitKind.ThreadEnd => "waits for the end of",
            WaitKind.LoopChange => "goes round in a loop",
            WaitKind.OwnThreads => "waits for its threads",
            WaitKind.AllThreads => "has ended",
            WaitKind.Condition => step.What!,
            _ => step.What is { } what ? $"waits ({what})" : "waits",
        };
}
