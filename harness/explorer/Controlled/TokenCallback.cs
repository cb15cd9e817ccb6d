using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>A callback that is registered with a token: who is in it, so that a registration can wait for its end without the real one's spinning.</summary>
internal sealed class TokenCallback(Action callback) : IGate
{
    private readonly TaskCompletionSource _end = new();
    private Fiber? _runner;

    public Fiber? WaitsFor => _runner;

    /// <summary>A task that ends with the callback.</summary>
    public Task End => _end.Task;

    public static TokenCallback? Find(
        Execution execution,
        CancellationTokenRegistration registration
    ) => All(execution).GetValueOrDefault(registration);

    public void Note(Execution execution, CancellationTokenRegistration registration) =>
        All(execution)[registration] = this;

    public bool IsOpenFor(Fiber fiber) => _runner is null || _runner == fiber;

    public void Run()
    {
        SchedulingPoints.IsExplored(out _, out var fiber);
        _runner = fiber;
        try
        {
            callback();
        }
        finally
        {
            // Its end is a step of its own, which a registration may wait for.
            Tasks.ChangeQuietly("ends a callback", 0);
            _runner = null;
            Tasks.WithoutContinuations(_end.SetResult);
        }
    }

    // The real registrations are values, which nothing can be attached to.
    private static Dictionary<CancellationTokenRegistration, TokenCallback> All(
        Execution execution
    ) =>
        (Dictionary<CancellationTokenRegistration, TokenCallback>)(
            execution.Heap.Of(null, LocationKind.Task).State ??=
                new Dictionary<CancellationTokenRegistration, TokenCallback>()
        );
}
