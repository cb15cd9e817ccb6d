using System.Collections.Concurrent;

namespace Katas.Corpus;

/// <summary>Calls of the framework's less used overloads. Whatever the interleaving, each program ends as it says.</summary>
public static class Overloads
{
    public static void ContinuesWithState()
    {
        var seen = 0;
        var task = Task.Factory.StartNew(state => seen = (int)state!, 1);
        task.ContinueWith((_, state) => seen += (int)state!, 2).Wait();
        Run.Expect(seen == 3, "the state is another");
    }

    public static void RunsATaskOfItsOwn()
    {
        var task = new Task<int>(state => (int)state! + 1, 1);
        Run.Together(task.Start, () => Run.Expect(task.Result == 2, "the result is another"));
    }

    public static void KeepsAValueForEachThread()
    {
        var values = new ThreadLocal<int>(() => 1);
        void Add() => Run.Expect(++values.Value == 2, "the value is another thread's");
        Run.Together(Add, Add);
    }

    public static void WaitsInOrderOfTime()
    {
        async Task WaitForBoth()
        {
            var (late, early) = (Task.Delay(20), Task.Delay(10));
            await late;
            Run.Expect(early.IsCompleted, "the later time came first");
        }
        WaitForBoth().Wait();
    }

    public static void TicksUntilItEnds()
    {
        async Task Tick()
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            for (var i = 0; i < 2; i++)
                Run.Expect(await timer.WaitForNextTickAsync(), "it was not disposed of");
            timer.Dispose();
            Run.Expect(!await timer.WaitForNextTickAsync(), "it was disposed of");
        }
        Tick().Wait();
    }

    public static void FiresOnce()
    {
        using var fired = new ManualResetEventSlim();
        using var timer = new Timer(_ => fired.Set(), null, 10, Timeout.Infinite);
        fired.Wait();
    }

    public static void LinksTokens()
    {
        using var one = new CancellationTokenSource();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(
            one.Token,
            CancellationToken.None
        );
        Run.Together(one.Cancel, () => linked.Token.WaitHandle.WaitOne());
    }

    public static void AddsInParallel()
    {
        var sum = 0;
        Parallel.ForEach([1, 2, 3], item => Interlocked.Add(ref sum, item));
        Parallel.Invoke(() => Interlocked.Add(ref sum, 4), () => Interlocked.Add(ref sum, 5));
        Run.Expect(sum == 15, $"the sum is {sum}");
    }

    public static void AddsInParallelLater()
    {
        var sum = 0;
        Parallel
            .ForEachAsync(
                new[] { 1, 2 },
                async (item, _) =>
                {
                    await Task.Yield();
                    Interlocked.Add(ref sum, item);
                }
            )
            .Wait();
        Run.Expect(sum == 3, $"the sum is {sum}");
    }

    public static void FailsInParallel()
    {
        try
        {
            Parallel.For(0, 2, i => throw new InvalidOperationException());
            Run.Expect(false, "it did not fail");
        }
        catch (AggregateException e)
        {
            Run.Expect(e.InnerExceptions.Count is 1 or 2, "it failed more often");
        }
    }

    public static void WaitsForAllOfASpan()
    {
        var cooked = 0;
        var (one, other) = (Add(), Add());
        Task.WaitAll(one, other);
        Run.Expect(cooked == 2, "not all have ended");

        Task Add() => Task.Run(() => Interlocked.Increment(ref cooked));
    }

    public static void WaitsForAWhile()
    {
        var cooked = 0;
        var task = Task.Run(() => Volatile.Write(ref cooked, 1));
        Task[] tasks = [task];
        var ended =
            task.Wait(10, CancellationToken.None)
            || Task.WaitAll(tasks, 10)
            || Task.WaitAny(tasks, 10) == 0;
        Run.Expect(!ended || cooked == 1, "the task has ended and done nothing");
    }

    public static void WaitsUntilCancelled()
    {
        using var stop = new CancellationTokenSource();
        var never = new TaskCompletionSource();
        Task[] tasks = [never.Task];
        Run.Together(
            stop.Cancel,
            () => ExpectCancelled(() => never.Task.Wait(stop.Token)),
            () => ExpectCancelled(() => Task.WaitAll(tasks, stop.Token)),
            () => ExpectCancelled(() => Task.WaitAny(tasks, stop.Token))
        );
    }

    public static void StopsWhenTheTimeIsUp()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var never = new TaskCompletionSource();
        ExpectCancelled(() => never.Task.Wait(stop.Token));
    }

    public static void DisposesBeforeTheTimeIsUp()
    {
        using var stop = new CancellationTokenSource(1000);
        Run.Together(() => { }, () => { });
    }

    public static void CancelsWithoutWaiting()
    {
        var (stop, lockedByCaller) = (new CancellationTokenSource(), new SemaphoreSlim(1));
        stop.Token.Register(() =>
        {
            lockedByCaller.Wait();
            lockedByCaller.Release();
        });
        lockedByCaller.Wait();
        var cancelling = stop.CancelAsync();
        Run.Expect(stop.IsCancellationRequested, "it is cancelled at once");
        lockedByCaller.Release();
        cancelling.Wait();
    }

    public static void AsksForTheResultOfAConfiguredTask()
    {
        var task = Task.Run(() => 1);
        var one = task.ConfigureAwait(false).GetAwaiter().GetResult();
        ((Task)task).ConfigureAwait(false).GetAwaiter().GetResult();
        Run.Expect(one == 1, "the result is another");
    }

    public static void AwaitsWithOptions()
    {
        async Task Use()
        {
            await Task.Run(() => { }).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            var one = await Task.Run(() => 1).ConfigureAwait(ConfigureAwaitOptions.None);
            Run.Expect(one == 1, "the result is another");
        }
        Use().Wait();
    }

    public static void AwaitsValueTasks()
    {
        var bowls = new List<int>();
        async ValueTask Fill()
        {
            await Task.Yield();
            bowls.Add(1);
        }
        async ValueTask<int> Count()
        {
            await Fill().ConfigureAwait(false);
            return bowls.Count;
        }
        async Task Use()
        {
            var filling = Fill();
            await Task.Yield();
            await filling;
            bowls.Add(2);
            Run.Expect(await Count() == 3, "a bowl is missing");
        }
        Use().Wait();
        Run.Expect(Count().AsTask().Result == 4, "a bowl is missing");
    }

    public static void AwaitsForAWhile()
    {
        async Task<bool> IsInTime(Task<int> task)
        {
            try
            {
                return await task.WaitAsync(TimeSpan.FromSeconds(1)) == 1;
            }
            catch (TimeoutException)
            {
                return false;
            }
        }
        var (source, never) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var inTime = IsInTime(source.Task);
        source.SetResult(1);
        inTime.Wait();
        Run.Expect(!IsInTime(never.Task).Result, "what never comes is in time");
    }

    public static void NamesTheScheduler()
    {
        var started = Task.Factory.StartNew(
            () => 1,
            CancellationToken.None,
            TaskCreationOptions.None,
            TaskScheduler.Default
        );
        var continued = started.ContinueWith(one => one.Result + 1, TaskScheduler.Default);
        Run.Expect(continued.Result == 2, "the result is another");
    }

    public static void ContinuesAfterSeveral()
    {
        var factory = new TaskFactory(
            CancellationToken.None,
            TaskCreationOptions.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        var (source, sum) = (
            new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously),
            0
        );
        var one = Task.Run(() => Interlocked.Add(ref sum, 1));
        var all = factory.ContinueWhenAll(
            [one, source.Task],
            ended => Interlocked.Add(ref sum, ended.Sum(task => task.Result)),
            TaskContinuationOptions.None
        );
        var any = Task<int>.Factory.ContinueWhenAny<int>(
            [source.Task],
            first => first.Result * 10,
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default
        );
        source.SetResult(2);
        Run.Expect(all.Result == 4, $"the sum is {all.Result}");
        Run.Expect(any.Result == 20, $"the first is {any.Result}");
    }

    public static void AddsOverPartitions()
    {
        var sum = 0;
        Parallel.ForEach(
            Partitioner.Create(0, 4, 2),
            range => Interlocked.Add(ref sum, range.Item2)
        );
        Parallel.ForEach(
            Partitioner.Create([5, 6], loadBalance: true),
            new ParallelOptions { MaxDegreeOfParallelism = 1 },
            () => 0,
            (item, _, i, local) => local + item * (int)i,
            local => Interlocked.Add(ref sum, local)
        );
        Run.Expect(sum == 12, $"the sum is {sum}");
    }

    public static void QueuesToThePool()
    {
        var (left, done) = (2, new ManualResetEventSlim());
        void Work(object? state)
        {
            if (Interlocked.Decrement(ref left) == 0)
                done.Set();
        }
        ThreadPool.UnsafeQueueUserWorkItem(Work, null);
        ThreadPool.QueueUserWorkItem<object?>(Work, null, preferLocal: false);
        done.Wait();
    }

    public static void AwaitsASemaphoreWithAToken() =>
        UseInTurn((turn, stop) => turn.WaitAsync(stop.Token));

    public static void AwaitsASemaphoreForAWhile()
    {
        using var turn = new SemaphoreSlim(0);
        async Task<bool> Enter() => await turn.WaitAsync(100);
        var entering = Enter();
        turn.Release();
        var left = entering.Result ? 0 : 1;
        Run.Expect(turn.CurrentCount == left, "the place is lost");
    }

    public static void GivesTheSemaphoreUpWhenCancelled()
    {
        using var turn = new SemaphoreSlim(0);
        using var stop = new CancellationTokenSource();
        async Task Enter() => await turn.WaitAsync(stop.Token);
        var entering = Enter();
        Run.Together(stop.Cancel);
        ExpectCancelled(() => entering.GetAwaiter().GetResult());
    }

    public static void WaitsForATokensHandle()
    {
        using var stop = new CancellationTokenSource();
        Run.Together(stop.Cancel, () => stop.Token.WaitHandle.WaitOne());
    }

    public static void WaitsForASlimEventsHandle()
    {
        using var done = new ManualResetEventSlim();
        var cooked = 0;
        Run.Together(
            () =>
            {
                cooked = 1;
                done.Set();
            },
            () =>
            {
                done.WaitHandle.WaitOne();
                Run.Expect(cooked == 1, "the handle is set too early");
            }
        );
    }

    public static void WaitsForAnEventThatStaysSet()
    {
        using var done = new ManualResetEvent(false);
        Run.Together(
            () => done.Set(),
            () => done.WaitOne(),
            () => done.WaitOne(Timeout.Infinite, exitContext: false)
        );
        done.Reset();
        Run.Expect(!done.WaitOne(0), "it is reset, and lets others through");
    }

    public static void WaitsForATasksHandle()
    {
        var cooked = 0;
        IAsyncResult task = Task.Run(() => cooked = 1);
        task.AsyncWaitHandle.WaitOne();
        Run.Expect(cooked == 1, "the task has ended and done nothing");
    }

    public static void HandsOnControlledMethods()
    {
        using var barrier = new Barrier(2);
        using var opened = new AutoResetEvent(false);
        var source = new TaskCompletionSource<int>();
        var threads = new[]
        {
            new Thread(barrier.SignalAndWait),
            new Thread(barrier.SignalAndWait),
            new Thread(() => opened.WaitOne()),
        };
        Array.ForEach(threads, thread => thread.Start());
        Func<bool> open = opened.Set;
        Action<int> answer = source.SetResult;
        Task.Run(() => answer(1));
        open();
        Array.ForEach(threads, thread => thread.Join());
        Run.Expect(source.Task.Result == 1, "the answer is another");
    }

    private static void UseInTurn(Func<SemaphoreSlim, CancellationTokenSource, Task> enter)
    {
        using var turn = new SemaphoreSlim(1);
        using var stop = new CancellationTokenSource();
        var used = 0;
        async Task Use()
        {
            await enter(turn, stop);
            used++;
            turn.Release();
        }
        turn.Wait();
        var using1 = Use();
        turn.Release();
        using1.Wait();
        Use().Wait();
        Run.Expect(used == 2, $"used {used} times");
    }

    private static void ExpectCancelled(Action wait)
    {
        try
        {
            wait();
        }
        catch (OperationCanceledException)
        {
            return;
        }
        Run.Expect(false, "it is not cancelled");
    }
}
