namespace Katas.Harness.Engine;

/// <summary>A test that is to run under a debugger.</summary>
/// <param name="FullName">Its full name.</param>
/// <param name="Schedule">The schedule that the explorer is to run in it, and no other; <see langword="null"/> for all.</param>
/// <param name="ProcessReady">Told the id of the process to attach the debugger to.</param>
/// <param name="GoOn">Ends when the test is to begin without one.</param>
public sealed record DebuggedTest(
    string FullName,
    string? Schedule,
    Action<int> ProcessReady,
    Task GoOn
);
