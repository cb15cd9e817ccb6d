namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Decides which schedule is run next, step by step.</summary>
internal interface IStrategy
{
    /// <summary>Who takes the next step; -1 when this schedule can show nothing new, so that its rest is not explored.</summary>
    int Choose(Execution execution, ulong enabled, Fiber from);

    /// <summary>In which of several ways the step that is about to be taken takes effect in a weak memory; -1 when none of them is new.</summary>
    int ChooseOption(Execution execution, int count) => 0;

    /// <summary>A step was added to the trace.</summary>
    void OnStep(Execution execution, int index);

    /// <summary>No fiber can go on, and this step of one of them stays blocked; it lies behind the trace's last event.</summary>
    void OnBlockedStep(Execution execution, int index) { }

    /// <summary>Prepares the next schedule; <see langword="false"/> when there is none.</summary>
    bool Next(Execution execution);
}
