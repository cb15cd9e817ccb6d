using System.Runtime.CompilerServices;

namespace Katas.Corpus;

/// <summary>A class that is a lazy task, in a mode in which two may start it.</summary>
public static class LazyOfTheProgram
{
    private sealed class AsyncLazy<T>(Func<Task<T>> factory, LazyThreadSafetyMode mode)
        : Lazy<Task<T>>(() => Task.Run(factory), mode)
    {
        public TaskAwaiter<T> GetAwaiter() => Value.GetAwaiter();
    }

    private static void Use(LazyThreadSafetyMode mode)
    {
        var made = 0;
        var broth = new AsyncLazy<int>(
            async () =>
            {
                await Task.Yield();
                return Interlocked.Increment(ref made);
            },
            mode
        );
        async Task<int> Cook() => await broth;
        Run.Together(() => Cook().Wait(), () => Cook().Wait());
        Run.Expect(made == 1, $"cooked {made} times");
    }

    public static void Buggy() => Use(LazyThreadSafetyMode.PublicationOnly);

    public static void Fixed() => Use(LazyThreadSafetyMode.ExecutionAndPublication);
}

/// <summary>A request that is its own completion source: who answers it runs what waits for it, locks and all.</summary>
public static class RequestContinuedInsideTheLock
{
    private sealed class Request(bool later)
        : TaskCompletionSource(
            later ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None
        );

    private static void Use(bool later)
    {
        var (request, gate, wasInside) = (new Request(later), new Lock(), false);
        async Task Await()
        {
            await request.Task;
            wasInside = gate.IsHeldByCurrentThread;
        }
        Run.Together(
            () => Await().Wait(),
            () =>
            {
                lock (gate)
                    request.SetResult();
            }
        );
        Run.Expect(!wasInside, "went on inside the lock");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>An answer can be given once.</summary>
public static class RequestAnsweredTwice
{
    private sealed class Request(bool tries) : TaskCompletionSource<string>
    {
        public void Answer(string text)
        {
            if (tries)
                TrySetResult(text);
            else
                SetResult(text);
        }
    }

    private static void Use(bool tries)
    {
        var request = new Request(tries);
        Run.Together(() => request.Answer("soup"), () => request.Answer("sold out"));
        Run.Expect(request.Task.Result.Length > 0, "no answer");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
