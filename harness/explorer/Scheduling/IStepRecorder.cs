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

    /// <summary>A method of the program begins.</summary>
    /// <param name="fiber">Who calls it.</param>
    /// <param name="site">Where it stands in the source, with its name.</param>
    /// <param name="self">The object that it is called on; <see langword="null"/> when there is none or it is a structure.</param>
    /// <param name="arguments">What it is given.</param>
    /// <returns>How deep the call lies, from 1.</returns>
    int Enter(Fiber fiber, int site, object? self, object?[] arguments);

    /// <summary>An async method begins, or goes on after a wait.</summary>
    int EnterAsync(Fiber fiber, int site, bool goesOn);

    /// <summary>A method ends, with a result.</summary>
    void Return(Fiber fiber, int depth, object? result);

    /// <summary>A method ends.</summary>
    void Leave(Fiber fiber, int depth);
}
