// attack: writes code into the comments of a source generator, whose files the rules do not read
// chapter: 03-first-thread
// expect: NotAllowed System.Text.RegularExpressions.GeneratedRegexAttribute
using System.Text.RegularExpressions;

namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        _ = Patterns.Any().IsMatch("a");
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}

internal static partial class Patterns
{
    [GeneratedRegex(
        "a\n*/ internal static class Early { static Early() => System.Environment.Exit(0); } /* <code>]]>\u2028\n}"
    )]
    public static partial Regex Any();
}
