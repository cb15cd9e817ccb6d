namespace Katas.Corpus;

public static class ContextThatNobodyPumps
{
    private sealed class Queue : SynchronizationContext
    {
        private readonly Queue<(SendOrPostCallback, object?)> _posted = [];

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (_posted)
                _posted.Enqueue((d, state));
        }
    }

    private static void Use(bool captures)
    {
        async Task<int> Cook()
        {
            await Task.Run(() => { }).ConfigureAwait(captures);
            return 1;
        }
        var chef = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new Queue());
            Run.Expect(SynchronizationContext.Current is Queue, "the context is another");
            Run.Expect(Cook().Result == 1, "the bowl is another");
        });
        chef.Start();
        chef.Join();
        Run.Expect(SynchronizationContext.Current is null, "the context leaked");
    }

    public static void Buggy() => Use(true);

    public static void Fixed() => Use(false);
}

public static class StartsThreadsOfDefaultItems
{
    // The items equal what a variable holds before its first use, so nothing but the threads tells the iterations apart.
    private static void Use(bool interlocks)
    {
        var (count, chefs) = (0, new List<Thread>());
        foreach (var item in new int[2])
        {
            var chef = new Thread(() =>
            {
                if (interlocks)
                    Interlocked.Increment(ref count);
                else
                    count++;
            });
            chef.Start();
            chefs.Add(chef);
        }
        chefs.ForEach(chef => chef.Join());
        Run.Expect(count == 2, $"2 orders made {count}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class AsyncLocalOfAnother
{
    private static readonly AsyncLocal<string?> Order = new();

    private static void Use(bool inside)
    {
        var seen = new string?[2];
        async Task Serve(int chef)
        {
            if (inside)
                Order.Value = $"order {chef}";
            await Task.Yield();
            seen[chef] = Order.Value;
        }
        if (!inside)
            Order.Value = "order 1";
        Task.WhenAll(Task.Run(() => Serve(0)), Task.Run(() => Serve(1))).Wait();
        Run.Expect(seen[0] == "order 0" && seen[1] == "order 1", $"{seen[0]} and {seen[1]}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
