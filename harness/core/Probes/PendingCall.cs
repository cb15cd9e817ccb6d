using System.Runtime.ExceptionServices;

namespace Katas.Harness.Probes;

/// <summary>
/// A call that runs on a thread of its own, so that the test can look while it is under way: does it wait, as it promised, or has it
/// come back too early?
/// </summary>
/// <example><code>
/// var call = PendingCall.Start(() => RunBoth(gate.Wait, gate.Wait), "RunBoth to come back");
/// call.WaitForArrivals(gate, 2);
/// call.Settle();
/// Assert.That(call.HasEnded, Is.False);
/// gate.Open();
/// call.Finish();
/// </code></example>
public sealed class PendingCall
{
    private readonly TaskCompletionSource _ended = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly TaskCompletionSource _failed = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly Thread _thread;
    private readonly string _what;
    private readonly TimeSpan? _limit;

    // Written before _failed and _ended are completed, and read after.
    private ExceptionDispatchInfo? _failure;

    private PendingCall(Action body, string what, TimeSpan? limit)
    {
        _what = what;
        _limit = limit;
        _thread = new Thread(() => Run(body)) { IsBackground = true, Name = WatchedThread.Name };
    }

    /// <summary>Whether the call has returned or thrown.</summary>
    public bool HasEnded => _ended.Task.IsCompleted;

    private bool HasFailed => _failed.Task.IsCompleted;

    /// <summary>Starts a call.</summary>
    /// <param name="body">The call.</param>
    /// <param name="what">What is waited for, as it goes on after "Waited 4 s for".</param>
    /// <param name="limit">How long to wait for it; without it, a few seconds.</param>
    public static PendingCall Start(Action body, string what, TimeSpan? limit = null)
    {
        var call = new PendingCall(body, what, limit);
        call._thread.Start();
        return call;
    }

    /// <summary>Blocks until so many have come to a gate. What the call throws meanwhile is thrown here, since then nobody will come.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ProbeException">Fewer came.</exception>
    public void WaitForArrivals(Gate gate, int count)
    {
        ArgumentNullException.ThrowIfNull(gate);
        var came = gate.Came(count);
        Waiter.Block(
            Task.WhenAny(came, _failed.Task),
            _limit,
            () => HasFailed ? null : gate.TooFew(count)
        );
        if (!came.IsCompleted)
            _failure?.Throw();
    }

    /// <summary>Blocks until the call's thread either waits for something or has ended, so that <see cref="HasEnded"/> is no matter of luck.</summary>
    /// <exception cref="ProbeException">It does neither: it loops.</exception>
    public void Settle() => ThreadProbe.Settle(_thread, _what, _limit);

    /// <summary>Blocks until the call has come back. What it threw is thrown here.</summary>
    /// <exception cref="ProbeException">It did not come back.</exception>
    public void Finish()
    {
        Waiter.Block(
            _ended.Task,
            _limit,
            () =>
                HasEnded
                    ? null
                    : $"{_what}, and it has not. Look for a wait whose signal never comes, or for two that wait for each other."
        );
        _failure?.Throw();
    }

    private void Run(Action body)
    {
        try
        {
            body();
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
            _failed.SetResult();
        }
        finally
        {
            _ended.SetResult();
        }
    }
}
