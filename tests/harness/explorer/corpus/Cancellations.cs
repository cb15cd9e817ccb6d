namespace Katas.Corpus;

/// <summary>Programs that tell whether a cancellation came in time: each can end both ways.</summary>
public static class Cancellations
{
    public static bool EntersASemaphore()
    {
        using var turn = new SemaphoreSlim(1);
        return ComesThrough(turn.Wait);
    }

    public static bool PassesAnEvent()
    {
        using var opened = new ManualResetEventSlim(true);
        return ComesThrough(opened.Wait);
    }

    public static bool GivesUpAfterAWhile()
    {
        using var turn = new SemaphoreSlim(0);
        return ComesThrough(token => turn.Wait(10, token));
    }

    public static bool BeginsATask()
    {
        using var stop = new CancellationTokenSource();
        var begins = false;
        var task = Task.Run(() => begins = true, stop.Token);
        stop.Cancel();
        try
        {
            task.Wait();
        }
        catch (AggregateException) { }
        return begins;
    }

    private static bool ComesThrough(Action<CancellationToken> wait)
    {
        using var stop = new CancellationTokenSource();
        var through = false;
        Run.Together(
            () =>
            {
                try
                {
                    wait(stop.Token);
                    through = true;
                }
                catch (OperationCanceledException) { }
            },
            stop.Cancel
        );
        return through;
    }
}
