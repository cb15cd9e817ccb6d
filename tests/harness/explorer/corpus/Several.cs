using System.Collections.Concurrent;

namespace Katas.Corpus;

/// <summary>The bill is made when the first dish is ready, not when all are.</summary>
public static class BillBeforeTheLastDish
{
    private static void Use(bool waitsForAll)
    {
        var price = 0;
        Task[] dishes =
        [
            Task.Run(() => Interlocked.Add(ref price, 1)),
            Task.Run(() => Interlocked.Add(ref price, 2)),
        ];
        var bill = waitsForAll
            ? Task.Factory.ContinueWhenAll(dishes, _ => Volatile.Read(ref price))
            : Task.Factory.ContinueWhenAny(dishes, _ => Volatile.Read(ref price));
        Run.Expect(bill.Result == 3, $"the bill says {bill.Result}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>Two counters that are both empty for now are not closed.</summary>
public static class EmptyCountersTakenForClosed
{
    private static void Use(bool waits)
    {
        BlockingCollection<int>[] counters = [new(), new()];
        var served = 0;
        Run.Together(
            () =>
            {
                counters[1].Add(1);
                foreach (var counter in counters)
                    counter.CompleteAdding();
            },
            () =>
            {
                var limit = waits ? Timeout.Infinite : 0;
                while (BlockingCollection<int>.TryTakeFromAny(counters, out _, limit) >= 0)
                    served++;
            }
        );
        Run.Expect(served == 1, $"{served} of 1 orders were served");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>Whoever gives up after a time must take the answer that came in the same moment, or nobody has it.</summary>
public static class AnswerLostToATimeout
{
    private static void Use(bool looksAgain)
    {
        var (clock, answer, taken) = (new HandClock(), new TaskCompletionSource<int>(), 0);
        async Task Ask()
        {
            try
            {
                taken = await answer.Task.WaitAsync(TimeSpan.FromMinutes(1), clock);
            }
            catch (TimeoutException)
            {
                taken = looksAgain && !answer.TrySetCanceled() ? answer.Task.Result : -1;
            }
        }
        var asking = Ask();
        var isAnswered = false;
        Run.Together(() => isAnswered = answer.TrySetResult(1), clock.Ring);
        asking.Wait();
        Run.Expect(isAnswered == (taken == 1), $"answered: {isAnswered}, taken: {taken}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A clock that rings when it is told to.</summary>
public sealed class HandClock : TimeProvider, ITimer
{
    private volatile Action? _ring;

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        _ring = () => callback(state);
        return this;
    }

    public void Ring() => _ring?.Invoke();

    public bool Change(TimeSpan dueTime, TimeSpan period) => false;

    public void Dispose() => _ring = null;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
