namespace Katas.Corpus;

public static class PlaceLostToACancellation
{
    // A waiter that was let in and cancelled at once must not throw: nobody would give its place back.
    private static void Use(bool looksAgain)
    {
        var (gate, free, source) = (new Lock(), 0, new CancellationTokenSource());
        var waiting = new Queue<TaskCompletionSource>();
        async Task Enter()
        {
            TaskCompletionSource? mine = null;
            lock (gate)
            {
                if (free > 0)
                    free--;
                else
                    waiting.Enqueue(mine = new(TaskCreationOptions.RunContinuationsAsynchronously));
            }
            if (mine is null)
                return;
            using (source.Token.Register(() => mine.TrySetCanceled()))
            {
                await mine.Task;
                if (looksAgain)
                    source.Token.ThrowIfCancellationRequested();
            }
        }
        void Exit()
        {
            lock (gate)
            {
                while (waiting.TryDequeue(out var next))
                {
                    if (next.TrySetResult())
                        return;
                }
                free++;
            }
        }
        async Task EnterAndExit()
        {
            try
            {
                await Enter();
                Exit();
            }
            catch (OperationCanceledException) { }
        }
        Task.WhenAll(Task.Run(EnterAndExit), Task.Run(Exit), Task.Run(source.Cancel)).Wait();
        Run.Expect(free == 1, $"{free} places are free");
    }

    public static void Buggy() => Use(true);

    public static void Fixed() => Use(false);
}
