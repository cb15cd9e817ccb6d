// wrong: Launch gives its action 50 ms to end before it comes back
// fails: Launch_does_not_wait_for_its_action_for_a_moment_either
// says: "not even for a moment"
using System.Runtime.ExceptionServices;

namespace Katas.FirstThread;

/// <summary>Work on threads of its own: starting, joining, and getting something back.</summary>
public static class Threads
{
    /// <summary>Kata 1. Starts a new thread that runs an action, and returns at once with that thread.</summary>
    /// <remarks>
    /// The action runs on the returned thread itself, and <see cref="Launch"/> does not wait for it. Every call starts a thread of its own;
    /// threads of the thread pool are not allowed.
    /// </remarks>
    /// <param name="action">What the new thread does. It throws nothing.</param>
    /// <returns>The thread, started.</returns>
    public static Thread Launch(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join(TimeSpan.FromMilliseconds(50)); // a quick action is over before the caller goes on
        return thread;
    }

    /// <summary>Kata 2. Runs two actions at the same time, and returns when both have ended.</summary>
    /// <remarks>
    /// Each action runs exactly once. The calling thread may run one of them, or only wait. Waiting means blocking; a loop that asks again
    /// and again whether the other is done is not allowed.
    /// </remarks>
    /// <param name="first">One action. It throws nothing.</param>
    /// <param name="second">The other action. It throws nothing.</param>
    public static void RunBoth(Action first, Action second)
    {
        var one = Launch(first);
        var other = Launch(second);
        // Both are started before either is waited for. Start, Join, Start, Join would be two calls with extra steps.
        one.Join();
        other.Join();
    }

    /// <summary>Kata 3. Runs an action for every item, each on a new thread, all at the same time, and returns when all have ended.</summary>
    /// <remarks>
    /// Each item is given to the action exactly once, one that is there twice to two threads, and no two items share a thread. Without items
    /// there is nothing to wait for. Waiting means blocking, as in <see cref="RunBoth"/>.
    /// </remarks>
    /// <typeparam name="T">What the action is given.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="action">What each thread does with its item. It throws nothing.</param>
    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action)
    {
        var threads = new List<Thread>();
        // A foreach makes a new variable for each round, so every lambda keeps an item of its own.
        foreach (var item in items)
            threads.Add(Launch(() => action(item)));
        foreach (var thread in threads)
            thread.Join();
    }

    /// <summary>Kata 4. Runs a function on a new thread, waits for it, and gives back its result, or throws what it threw.</summary>
    /// <remarks>Any result will do, <see langword="null"/> included. Waiting means blocking, as in <see cref="RunBoth"/>.</remarks>
    /// <typeparam name="T">What the function makes.</typeparam>
    /// <param name="function">The function.</param>
    /// <returns>The function's result.</returns>
    /// <exception cref="Exception">
    /// The very exception that <paramref name="function"/> threw, thrown here on the calling thread, not wrapped in another one, and with the
    /// stack trace of the place where it happened.
    /// </exception>
    public static T RunAndReturn<T>(Func<T> function)
    {
        var result = default(T)!;
        ExceptionDispatchInfo? failure = null;
        var thread = Launch(() =>
        {
            try
            {
                result = function();
            }
            catch (Exception e)
            {
                // Nobody is above this thread: an exception that leaves it ends the program. So it is carried over by hand.
                failure = ExceptionDispatchInfo.Capture(e);
            }
        });
        // Before Join has returned, the two variables are the other thread's business.
        thread.Join();
        failure?.Throw();
        return result;
    }
}
