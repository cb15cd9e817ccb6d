// attack: leaves a file
// chapter: 03-first-thread
// expect: NotAllowed System.IO.File
// never: /tmp/kata-attack-was-here
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        File.WriteAllText("/tmp/kata-attack-was-here", "here");
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
