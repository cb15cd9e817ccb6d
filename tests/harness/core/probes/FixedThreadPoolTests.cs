namespace Katas.Harness.Probes;

/// <summary>The pool is one for the whole process, and so is what these tests do with it.</summary>
[NonParallelizable]
public class FixedThreadPoolTests
{
    [Test]
    public void Free_threads_are_seen()
    {
        using var pool = new FixedThreadPool(4);

        Assert.That(FixedThreadPool.HasFree(pool.Threads), Is.True);
    }

    [Test]
    public void A_blocked_thread_is_missed()
    {
        using var pool = new FixedThreadPool(4);
        var gate = new Gate("the test to count the threads");
        var blocked = Task.Run(gate.Wait);
        gate.WaitForArrivals(1);

        var areAllFree = FixedThreadPool.HasFree(pool.Threads);
        var areOthersFree = FixedThreadPool.HasFree(pool.Threads - 1);
        gate.Open();
        blocked.Wait();

        Assert.That((areAllFree, areOthersFree), Is.EqualTo((false, true)));
    }

    [Test]
    public void A_thread_that_was_held_before_is_made_up_for()
    {
        var gate = new Gate("the test to count the threads");
        var held = Task.Run(gate.Wait);
        gate.WaitForArrivals(1);

        using var pool = new FixedThreadPool(4);
        var areAllFree = FixedThreadPool.HasFree(pool.Threads);
        gate.Open();
        held.Wait();

        Assert.That(areAllFree, Is.True);
    }

    [Test]
    public void One_thread_more_than_it_has_is_not_free()
    {
        using var pool = new FixedThreadPool(4);

        Assert.That(FixedThreadPool.HasFree(pool.Threads + 1), Is.False);
    }

    [Test]
    public async Task A_test_that_is_itself_on_the_pool_holds_a_thread_of_it()
    {
        var (areAllFree, areOthersFree) = await Task.Run(() =>
        {
            using var pool = new FixedThreadPool(4);
            return (
                FixedThreadPool.HasFree(pool.Threads),
                FixedThreadPool.HasFree(pool.Threads - 1)
            );
        });

        Assert.That((areAllFree, areOthersFree), Is.EqualTo((false, true)));
    }

    [Test]
    public void A_change_by_somebody_else_is_seen()
    {
        using var pool = new FixedThreadPool(4);
        var before = pool.IsUntouched;
        ThreadPool.GetMaxThreads(out var workers, out var completions);
        ThreadPool.SetMaxThreads(workers + 1, completions);

        Assert.That((before, pool.IsUntouched), Is.EqualTo((true, false)));
    }

    [Test]
    public void The_pool_gets_back_what_it_had()
    {
        ThreadPool.GetMinThreads(out var least, out _);
        ThreadPool.GetMaxThreads(out var most, out _);

        new FixedThreadPool(4).Dispose();

        ThreadPool.GetMinThreads(out var leastAfter, out _);
        ThreadPool.GetMaxThreads(out var mostAfter, out _);
        Assert.That((leastAfter, mostAfter), Is.EqualTo((least, most)));
    }
}
