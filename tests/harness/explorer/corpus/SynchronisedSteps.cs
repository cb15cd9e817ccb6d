using System.Collections.Immutable;

namespace Katas.Corpus;

/// <summary>
/// What the threads of a <see cref="SynchronisedProgram"/> can do: calls of the framework, no ordinary access to anything shared but under a lock.
/// </summary>
internal static class SynchronisedSteps
{
    /// <summary>The steps of one kind of thing are next to each other, so that programs can be made of few kinds.</summary>
    public static ImmutableArray<
        ImmutableArray<(string Name, Action<SynchronisedState, int> Take)>
    > Kinds =>
        [
            [
                ("increment", (s, me) => s.See(me, Interlocked.Increment(ref s.Count))),
                ("exchange", (s, me) => s.See(me, Interlocked.Exchange(ref s.Count, me + 10))),
                ("compare", (s, me) => s.See(me, Interlocked.CompareExchange(ref s.Count, 7, 1))),
                ("raise", (s, me) => Volatile.Write(ref s.Flag, me + 1)),
                ("look", (s, me) => s.See(me, Volatile.Read(ref s.Flag))),
            ],
            [
                (
                    "change locked",
                    (s, me) =>
                    {
                        lock (s.Gate)
                            s.See(me, s.Total = s.Total * 2 + me + 1);
                    }
                ),
                (
                    "change if free",
                    (s, me) =>
                    {
                        var isFree = Monitor.TryEnter(s.Gate);
                        s.See(me, isFree);
                        if (!isFree)
                            return;
                        s.Total += 5;
                        Monitor.Exit(s.Gate);
                    }
                ),
                (
                    "pulse",
                    (s, _) =>
                    {
                        lock (s.Gate)
                            Monitor.Pulse(s.Gate);
                    }
                ),
                (
                    "wait for a pulse",
                    (s, me) =>
                    {
                        lock (s.Gate)
                            s.See(me, Monitor.Wait(s.Gate, 1));
                    }
                ),
            ],
            [
                (
                    "take a slot",
                    (s, me) =>
                    {
                        s.Slots.Wait();
                        s.See(me, s.Slots.CurrentCount);
                        s.Slots.Release();
                    }
                ),
                ("try a slot", (s, me) => s.See(me, s.Slots.Wait(0))),
                ("release a slot", (s, me) => s.See(me, s.Slots.Release())),
                ("take with a token", (s, _) => s.Slots.Wait(s.Stop.Token)),
                ("take async", (s, me) => s.See(me, TakeAsync(s).Result)),
                ("cancel", (s, _) => s.Stop.Cancel()),
                ("look at the token", (s, me) => s.See(me, s.Stop.IsCancellationRequested)),
            ],
            [
                ("signal", (s, _) => s.Signal.Set()),
                ("wait for the signal", (s, _) => s.Signal.WaitOne()),
                ("try the signal", (s, me) => s.See(me, s.Signal.WaitOne(0))),
                ("set the sign", (s, _) => s.Sign.Set()),
                ("reset the sign", (s, _) => s.Sign.Reset()),
                ("wait for any", (s, me) => s.See(me, WaitHandle.WaitAny([s.Signal, s.Sign]))),
                ("try all", (s, me) => s.See(me, WaitHandle.WaitAll([s.Sign, s.Signal], 0))),
                ("set done", (s, _) => s.Done.Set()),
                ("wait for done", (s, me) => s.See(me, s.Done.Wait(1))),
            ],
            [
                (
                    "use the mutex",
                    (s, me) =>
                    {
                        s.Mutex.WaitOne();
                        s.See(me, ++s.Total);
                        s.Mutex.ReleaseMutex();
                    }
                ),
                ("try the mutex", (s, me) => s.See(me, s.Mutex.WaitOne(0))),
                ("leave the mutex", (s, _) => s.Mutex.ReleaseMutex()),
                ("try a place", (s, me) => s.See(me, s.Places.WaitOne(0))),
                ("leave a place", (s, me) => s.See(me, s.Places.Release())),
                (
                    "mutex or place",
                    (s, me) => s.See(me, WaitHandle.WaitAny([s.Mutex, s.Places], 0))
                ),
            ],
            [
                ("write", (s, me) => s.See(me, s.Channel.Writer.TryWrite(me))),
                ("write async", (s, me) => s.Channel.Writer.WriteAsync(me + 5).AsTask().Wait()),
                ("read", (s, me) => s.See(me, s.Channel.Reader.TryRead(out var item) ? item : -1)),
                ("read async", (s, me) => s.See(me, s.Channel.Reader.ReadAsync().AsTask().Result)),
                ("complete", (s, me) => s.See(me, s.Channel.Writer.TryComplete())),
                (
                    "wait to read",
                    (s, me) => s.See(me, s.Channel.Reader.WaitToReadAsync().AsTask().Result)
                ),
            ],
            [
                ("answer", (s, me) => s.See(me, s.Answer.TrySetResult(me))),
                ("wait for the answer", (s, me) => s.See(me, s.Answer.Task.Result)),
                ("is answered", (s, me) => s.See(me, s.Answer.Task.IsCompleted)),
                ("fail", (s, me) => s.See(me, s.Answer.TrySetException(new FormatException()))),
                (
                    "run a task",
                    (s, me) => s.See(me, Task.Run(() => Interlocked.Increment(ref s.Count)).Result)
                ),
                ("await both", (s, me) => s.See(me, BothAsync(s).Result)),
                (
                    "wait for any task",
                    (s, me) =>
                        s.See(
                            me,
                            Task.WaitAny(s.Answer.Task, Task.Run(() => Volatile.Read(ref s.Flag)))
                        )
                ),
            ],
            [
                ("enqueue", (s, me) => s.Queue.Enqueue(me)),
                ("dequeue", (s, me) => s.See(me, s.Queue.TryDequeue(out var item) ? item : -1)),
                ("push", (s, me) => s.Stack.Push(me)),
                ("pop", (s, me) => s.See(me, s.Stack.TryPop(out var item) ? item : -1)),
                (
                    "get or add",
                    (s, me) =>
                        s.See(
                            me,
                            s.Prices.GetOrAdd(1, _ => Interlocked.Increment(ref s.Count) * 10 + me)
                        )
                ),
                (
                    "add or update",
                    (s, me) => s.See(me, s.Prices.AddOrUpdate(1, me, (_, old) => old + 100))
                ),
                ("remove", (s, me) => s.See(me, s.Prices.TryRemove(1, out var old) ? old : -1)),
            ],
            [
                ("add an order", (s, me) => s.See(me, s.Orders.TryAdd(me))),
                ("put an order", (s, me) => s.Orders.Add(me + 5)),
                ("take an order", (s, me) => s.See(me, s.Orders.Take())),
                ("try an order", (s, me) => s.See(me, s.Orders.TryTake(out var item) ? item : -1)),
                ("no more orders", (s, _) => s.Orders.CompleteAdding()),
            ],
            [
                (
                    "read the menu",
                    (s, me) =>
                    {
                        s.Menu.EnterReadLock();
                        s.See(me, s.Total);
                        s.Menu.ExitReadLock();
                    }
                ),
                (
                    "write the menu",
                    (s, me) =>
                    {
                        s.Menu.EnterWriteLock();
                        s.Total = s.Total * 2 + me + 1;
                        s.Menu.ExitWriteLock();
                    }
                ),
                (
                    "try to write the menu",
                    (s, me) =>
                    {
                        var isFree = s.Menu.TryEnterWriteLock(0);
                        s.See(me, isFree);
                        if (isFree)
                            s.Menu.ExitWriteLock();
                    }
                ),
            ],
            [
                ("count down", (s, me) => s.See(me, s.Countdown.Signal())),
                ("count up", (s, me) => s.See(me, s.Countdown.TryAddCount())),
                ("wait for zero", (s, me) => s.See(me, s.Countdown.Wait(1))),
                (
                    "update the list",
                    (s, me) =>
                        ImmutableInterlocked.Update(
                            ref s.List,
                            old => old.Add(Interlocked.Increment(ref s.Count))
                        )
                ),
            ],
        ];

    private static async Task<int> TakeAsync(SynchronisedState state)
    {
        await state.Slots.WaitAsync();
        var count = Interlocked.Increment(ref state.Count);
        state.Slots.Release();
        return count;
    }

    private static async Task<int> BothAsync(SynchronisedState state)
    {
        var other = Task.Run(() => Interlocked.Increment(ref state.Count));
        return await state.Answer.Task * 10 + await other;
    }
}
