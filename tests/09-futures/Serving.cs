using Katas.Harness.Probes;

namespace Katas.Futures;

/// <summary>Asks for one task after the other, and waits for each of them for a limited time only.</summary>
internal sealed class Serving(IAsyncEnumerator<Task<int>> served) : IAsyncDisposable
{
    private Task<bool> _next = Task.FromResult(true);
    private bool _isAsking;

    /// <summary>Asks whether there is one more task, and comes back with the future of the answer.</summary>
    public Task<bool> Ask()
    {
        _isAsking = true;
        _next = HangGuard.Run(
            () => served.MoveNextAsync().AsTask(),
            "the question for the next task to come back with a future",
            () =>
                "the thread that asked is blocked. Look at what waits for the first task, and whether it gives the thread back."
        );
        _isAsking = false;
        return _next;
    }

    /// <summary>True when there is one more task, false when the enumeration has ended.</summary>
    public Task<bool> More() =>
        HangGuard.Finish(Ask(), "the next task, although one that was given has completed");

    /// <summary>The next task.</summary>
    public async Task<Task<int>> Next()
    {
        Assert.That(
            await More(),
            Is.True,
            "Expected one more task, but the enumeration has ended: as many are handed out as were given."
        );
        return served.Current;
    }

    /// <summary>Ends the enumeration, unless it still looks for an answer: then it cannot be ended.</summary>
    public ValueTask DisposeAsync() =>
        _isAsking || !_next.IsCompleted ? ValueTask.CompletedTask : served.DisposeAsync();
}
