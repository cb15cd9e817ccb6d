namespace Katas.Corpus;

public static class FutureSetTwice
{
    private static void Use(bool tries)
    {
        var future = new TaskCompletionSource<int>();
        void Set(int value)
        {
            if (tries)
                future.TrySetResult(value);
            else if (!future.Task.IsCompleted)
                future.SetResult(value);
        }
        Run.Together(() => Set(1), () => Set(2));
        Run.Expect(future.Task.Result is 1 or 2, "nobody has set it");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class AwaitInTheMiddle
{
    private static async Task Add(SemaphoreSlim? gate, int[] total)
    {
        if (gate is not null)
            await gate.WaitAsync();
        var seen = total[0];
        await Task.Yield();
        total[0] = seen + 1;
        gate?.Release();
    }

    private static void Use(SemaphoreSlim? gate)
    {
        var total = new int[1];
        Task.WhenAll(Add(gate, total), Add(gate, total)).Wait();
        Run.Expect(total[0] == 2, $"2 increments made {total[0]}");
    }

    public static void Buggy() => Use(null);

    public static void Fixed() => Use(new SemaphoreSlim(1));
}

public static class FireAndForget
{
    public static void Buggy()
    {
        var cooked = 0;
        _ = Task.Run(() => cooked = 1);
        Run.Expect(Volatile.Read(ref cooked) == 1, "the bowl is not cooked");
    }

    public static void Fixed()
    {
        var cooked = 0;
        var cooking = Task.Run(() => cooked = 1);
        cooking.Wait();
        Run.Expect(Volatile.Read(ref cooked) == 1, "the bowl is not cooked");
    }
}

public static class CancelledTooLate
{
    private static void Use(bool looksInside)
    {
        var (stop, gate, served) = (new CancellationTokenSource(), new object(), 0);
        var closed = false;
        Run.Together(
            () =>
            {
                if (!looksInside && stop.Token.IsCancellationRequested)
                    return;
                lock (gate)
                {
                    if (looksInside && stop.Token.IsCancellationRequested)
                        return;
                    Run.Expect(!closed, "served after closing time");
                    served++;
                }
            },
            () =>
            {
                stop.Cancel();
                lock (gate)
                    closed = true;
            }
        );
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class TimeoutTakesTheResult
{
    // The time is up and the answer comes at the same moment: who decides?
    private static void Use(bool decidesOnce)
    {
        var (answers, decided) = (0, 0);
        var answer = new TaskCompletionSource();
        var work = Task.Run(() => answer.TrySetResult());
        var first = Task.WhenAny(answer.Task, Task.Delay(10));
        first.Wait();
        if (decidesOnce)
        {
            if (first.Result == answer.Task && Interlocked.Exchange(ref decided, 1) == 0)
                answers++;
            else
                answers++;
        }
        else
        {
            if (first.Result == answer.Task)
                answers++;
            if (!answer.Task.IsCompleted)
                answers++;
        }
        work.Wait();
        Run.Expect(answers == 1, $"{answers} answers");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
