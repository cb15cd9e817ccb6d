// attack: is the culture of the thread, and is asked for its name by the host itself
// chapter: 03-first-thread
// expect: NotAllowed System.Globalization.CultureInfo as a base
using System.Globalization;

namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        CultureInfo.CurrentCulture = new Endless();
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}

internal sealed class Endless() : CultureInfo("")
{
    public override string Name
    {
        get
        {
            Thread.Sleep(Timeout.Infinite);
            return "";
        }
    }

    public override object? GetFormat(Type? formatType) =>
        throw new InvalidOperationException("This culture has no numbers.");
}
