namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Writes down the steps of one schedule.</summary>
internal interface IStepRecorder
{
    /// <summary>Adds a step. Its read or write follows this call.</summary>
    /// <param name="execution">The schedule.</param>
    /// <param name="fiber">Who takes the step; <see cref="Fiber.Pending"/> says which.</param>
    /// <param name="kind">What it turned out to do.</param>
    void AddStep(Execution execution, Fiber fiber, OperationKind kind);

    /// <summary>Adds an object whose fields are read, so that it gets a name.</summary>
    void AddOwner(object owner);
}
