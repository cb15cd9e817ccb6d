namespace Katas.Corpus;

/// <summary>Calls of the framework's less used overloads. Whatever the interleaving, each program ends as it says.</summary>
public static class Overloads
{
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
