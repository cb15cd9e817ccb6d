namespace Katas.Harness.Bench.Suite;

/// <summary>Something that a checkout does, and whose time is a row of the suite.</summary>
/// <param name="Name">Its name for <c>--only</c>.</param>
/// <param name="What">What is timed.</param>
/// <param name="GoalSeconds">How long it may take, in seconds.</param>
/// <param name="Rounds">How often it is timed unless the user wants another number.</param>
/// <param name="Prepare">Builds what is to be there before.</param>
/// <param name="Measure">Does it once; returns the seconds that count.</param>
internal sealed record SuiteMeasure(
    string Name,
    string What,
    double GoalSeconds,
    int Rounds,
    Func<Checkout, CancellationToken, Task> Prepare,
    Func<Checkout, CancellationToken, Task<double>> Measure
);
