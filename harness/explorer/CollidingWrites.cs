using Katas.Harness.Explorer.Controlled;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer;

/// <summary>
/// Makes an unprotected update lose something every time, in rewritten code on threads that the explorer does not control, as those of <see cref="Parallel"/> and PLINQ: a thread that is
/// about to write a field is held until another one is about to write the same, so that both have read the same value before.
/// </summary>
/// <remarks>
/// What is asserted is the result: code that protects its writes, or shares none, keeps it. While writers are held, nothing is explored.
/// </remarks>
/// <example><code>
/// using var writes = new CollidingWrites();
/// var count = CountPrimes(0, 100, degree: 2, number => { bothAreHere.Meet(); writes.AddWorker(); return true; });
/// Assert.That(count, Is.EqualTo(100), $"Two threads wrote at {writes.Place}.");
/// </code></example>
public sealed class CollidingWrites : IDisposable
{
    private readonly WriteHold _hold;
    private bool _ended;

    /// <summary>Begins to hold writers, as soon as two threads have called <see cref="AddWorker"/>.</summary>
    /// <exception cref="InvalidOperationException">Another test of this process holds writers.</exception>
    public CollidingWrites()
    {
        SiteMaps.Update();
        _hold = WriteHold.Begin();
    }

    /// <summary>The file and line at which two threads have met; <see langword="null"/> when none have.</summary>
    public string? Place => _hold.Site == 0 ? null : SiteMaps.Site(_hold.Site).Place;

    /// <summary>Tells that the calling thread does some of the work; for what the code under test calls back.</summary>
    public void AddWorker() => _hold.AddWorker();

    /// <summary>Lets everybody go.</summary>
    public void Dispose()
    {
        if (_ended)
            return;
        _ended = true;
        _hold.End();
    }
}
