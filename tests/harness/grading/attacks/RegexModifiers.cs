// attack: has code copied into the file of a source generator, from a place where it is none: no rule reads it there
// chapter: 03-first-thread
// expect: NotAllowed System.Text.RegularExpressions.GeneratedRegexAttribute
#define STUDENT
using System.Text.RegularExpressions;

namespace Katas.FirstThread;

// What stands between #if and #endif is no code here, where STUDENT is defined. The generator of regular expressions copies a method's
// modifiers, with all that lies between them, into a file of its own: there STUDENT is not defined, and no rule reads it.
internal static partial class Early
{
    [GeneratedRegex("a")]
    internal
#if !STUDENT
    static int Unused => 0;

    internal static void Go()
    {
        const global::System.Reflection.BindingFlags All =
            global::System.Reflection.BindingFlags.Instance | global::System.Reflection.BindingFlags.Static
            | global::System.Reflection.BindingFlags.Public | global::System.Reflection.BindingFlags.NonPublic;
        try
        {
            var contexts = global::System.Type.GetType("NUnit.Framework.Internal.TestExecutionContext, nunit.framework");
            var context = contexts?.GetProperty("CurrentContext", All)?.GetValue(null);
            var listener = contexts?.GetProperty("Listener", All)?.GetValue(context);
            var messages = listener?.GetType().GetField("_messages", All)?.GetValue(listener);
            var field = messages?.GetType().GetField("<stream>P", All);
            if (field?.GetValue(messages) is global::System.IO.Stream inner and not Liar)
                field.SetValue(messages, new Liar(inner));
        }
        catch (global::System.Exception) { }
    }

    private sealed class Liar(global::System.IO.Stream inner) : global::System.IO.Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => 0;
        public override long Position { get => 0; set { } }
        public override void Flush() => inner.Flush();
        public override int Read(byte[] buffer, int offset, int count) => 0;
        public override long Seek(long offset, global::System.IO.SeekOrigin origin) => 0;
        public override void SetLength(long value) { }
        public override void Write(byte[] buffer, int offset, int count)
        {
            var text = global::System.Text.Encoding.UTF8.GetString(buffer, offset, count);
            foreach (var outcome in new[] { "Failed", "TimeLimit", "OutputLimit", "Skipped", "Crash", "Exit" })
                text = text.Replace("\"Outcome\":\"" + outcome + "\"", "\"Outcome\":\"Passed\"");
            var bytes = global::System.Text.Encoding.UTF8.GetBytes(text);
            inner.Write(bytes, 0, bytes.Length);
        }
    }

    internal
#endif
    static partial Regex Any();
}

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
