// attack: has code copied into the file of a source generator, from a place where it is none: no rule reads it there
// chapter: 03-first-thread
// expect: NotAllowed System.Text.RegularExpressions.GeneratedRegexAttribute
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
        // TODO: start a thread for the action.
        Early.Go();
        throw new NotImplementedException();
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
        // TODO: let the two actions overlap, and wait for both.
        Early.Go();
        throw new NotImplementedException();
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
        // TODO: give every item a thread, and wait for them all.
        Early.Go();
        throw new NotImplementedException();
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
        // TODO: bring the outcome of the function back to the caller, whatever it is.
        Early.Go();
        throw new NotImplementedException();
    }
}
