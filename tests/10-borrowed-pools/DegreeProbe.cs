using System.Runtime.ExceptionServices;
using Katas.Harness.Probes;

namespace Katas.BorrowedPools;

/// <summary>
/// Proves how many of something run at once, in both directions. Every call is held at a gate of its own; when as many as promised are held, nobody else may come;
/// then the gates are opened one by one, and for each one who leaves, one may come. It need not: a worker may hold the next items as well.
/// </summary>
/// <param name="degree">How many may run at once.</param>
internal sealed class DegreeProbe(int degree)
{
    /// <summary>More than twice the cores of this machine, so that a number of workers that was taken from there is seen.</summary>
    public static readonly int Large = 2 * Environment.ProcessorCount + 1;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly OverlapMeter _meter = new("the work");
    private readonly ThreadCheck _threads = new();
    private readonly Gate[] _gates =
    [
        // Longer than the test waits, whose message says more.
        .. Enumerable
            .Range(1, 4 * degree)
            .Select(call => new Gate($"the test to let call {call} go", 2 * Limit)),
    ];
    private int _came;

    // For a call that need not come. Most do, and at once.
    private static readonly TimeSpan s_while = TimeSpan.FromMilliseconds(100);

    /// <summary>How many calls the work has to make.</summary>
    public int Calls => _gates.Length;

    /// <summary>What the code under test calls.</summary>
    public void Call()
    {
        _threads.Note();
        using (_meter.Enter())
            _gates[Interlocked.Increment(ref _came) - 1].Wait();
    }

    /// <summary>Watches the calls until all have been let go, while <paramref name="work"/> makes them.</summary>
    public void Watch(Action work)
    {
        using var pool = new FixedThreadPool(degree + 4);
        var working = Task.Factory.StartNew(
            () =>
            {
                _threads.Caller = Thread.CurrentThread;
                work();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        try
        {
            for (var leaving = 0; leaving < Calls; leaving++)
            {
                WaitForCalls(leaving, working);
                // The caller may be about to take part, beside those who came.
                if (leaving == 0)
                    ThreadProbe.Settle(_threads.Caller!, "the caller to take part or to wait");
                // A call too many comes before what is queued behind it. One thread of the others may be busy with waiting for the whole.
                var others = pool.Threads - degree - 1;
                var poolHasRoom = FixedThreadPool.HasFree(others);
                AssertDegree();
                Assert.That(
                    poolHasRoom,
                    Is.True,
                    $"While as many calls are under way as may be ({degree}), the pool had no thread left for the other users of its {pool.Threads}. Look for work that is started and then blocks its thread until it may go on: start as many workers as may run."
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
        _threads.AssertBorrowed();
        Assert.That(
            pool.IsUntouched,
            Is.True,
            "The pool belongs to the whole process. Expected its least and its most number of threads to stay as they were: a degree is a matter of this call only."
        );
    }

    /// <summary>Fails unless the first calls of a work that has little more to do than workers are made at once, as many as the degree.</summary>
    /// <param name="degree">How many calls have to be inside at once.</param>
    /// <param name="calls">How many the work makes; at least the degree.</param>
    /// <param name="work">The work, which is given what it has to call.</param>
    public static void MeetAtOnce(int degree, int calls, Action<Func<int, int>> work)
    {
        using var pool = new FixedThreadPool(degree + 2);
        var meeting = new Rendezvous(degree, "so many calls to be under way at once", Limit);
        Exception? failure = null;
        try
        {
            work(call =>
            {
                meeting.Meet();
                return call;
            });
        }
        catch (Exception e)
        {
            failure = e;
        }
        if (failure is not null && meeting.HasMet)
            ExceptionDispatchInfo.Throw(failure);
        Assert.That(
            meeting.Arrived,
            Is.AtLeast(degree),
            $"(how many calls came before one had ended): there were {calls} to make at a degree of {degree}, which is enough for everybody. Look at how large a share is: shares that are rounded up may be fewer than the workers."
        );
    }

    /// <summary>Waits until as many are inside as may be; work that ends without having made its calls has failed, or has forgotten some.</summary>
    private void WaitForCalls(int left, Task working)
    {
        var expected = Math.Min(left + degree, Calls);
        var came = _gates[expected - 1].WaitForArrivalsAsync(1);
        PolledWait.Block(Task.WhenAny(came, working), left == 0 ? Limit : s_while);
        if (_gates[expected - 1].Arrivals > 0)
            return;
        if (working.IsCompleted)
        {
            working.GetAwaiter().GetResult();
            Assert.Fail(
                $"Expected {Calls} calls, but the work ended after {_meter.Total}. Look for items that are left out."
            );
        }
        // That many have to come to begin with. Later a worker may have taken more than one item, and others then have none.
        if (left == 0)
            Assert.Fail(
                $"Expected {degree} calls at once, but only {_meter.Now} came. Look at how many workers are started, and whether one has to wait for another."
            );
    }

    private void AssertDegree() =>
        Assert.That(
            _meter.Peak,
            Is.AtMost(degree),
            $"At most {degree} may run at once, but {_meter.Peak} did. Look at who is told the degree, and whether anything is started beside that."
        );
}
