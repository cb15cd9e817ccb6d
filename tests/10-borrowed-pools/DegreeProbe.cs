using Katas.Harness.Probes;

namespace Katas.BorrowedPools;

/// <summary>
/// Proves how many of something run at once, in both directions. Every call is held at a gate of its own; when as many as promised are held, nobody else may come;
/// then the gates are opened one by one, and for each one who leaves, one may come.
/// </summary>
internal sealed class DegreeProbe(int degree, int calls)
{
    private readonly OverlapMeter _meter = new($"the work that is done {degree} at a time");
    private readonly Gate[] _gates =
    [
        .. Enumerable
            .Range(1, calls)
            .Select(call => new Gate(
                $"call {call} of {calls}, of which {degree} are to be under way at once"
            )),
    ];
    private int _came;

    /// <summary>What the code under test calls.</summary>
    public void Call()
    {
        using (_meter.Enter())
            _gates[Interlocked.Increment(ref _came) - 1].Wait();
    }

    /// <summary>Watches the calls until all have been let go, while <paramref name="work"/> makes them.</summary>
    public void Watch(Action work)
    {
        using var pool = new BusyPool(degree + 4);
        Thread? caller = null;
        var working = Task.Factory.StartNew(
            () =>
            {
                caller = Thread.CurrentThread;
                work();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        try
        {
            for (var leaving = 0; leaving < calls; leaving++)
            {
                WaitForCall(Math.Min(leaving + degree, calls), working);
                // The caller may be about to take part, beside those who came.
                if (leaving == 0)
                    ThreadProbe.Settle(caller!, "the caller to take part in the work or to wait");
                LetThePoolRunWhatItHas();
                Assert.That(
                    _meter.Peak,
                    Is.AtMost(degree),
                    $"At most {degree} calls may run at once, but {_meter.Peak} did. Look at who is told the degree, and whether anything is started beside that."
                );
                _gates[leaving].Open();
            }
        }
        finally
        {
            foreach (var gate in _gates)
                gate.Open();
        }
        working.GetAwaiter().GetResult();
    }

    /// <summary>Waits for a call; work that ends without it has failed, or has forgotten it.</summary>
    private void WaitForCall(int call, Task working)
    {
        var came = _gates[call - 1].WaitForArrivalsAsync(1);
        if (Task.WaitAny(came, working) == 1 && _gates[call - 1].Arrivals == 0)
        {
            working.GetAwaiter().GetResult();
            Assert.Fail($"The work ended after fewer than {call} of {calls} calls.");
        }
        came.GetAwaiter().GetResult();
    }

    /// <summary>A call too many may be on its way: it comes before, or soon after, what is queued behind it.</summary>
    private static void LetThePoolRunWhatItHas() =>
        Task.WhenAll(Task.Run(() => { }), Task.Run(() => { })).Wait(TimeSpan.FromSeconds(1));
}
