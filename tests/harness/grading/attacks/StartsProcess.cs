// attack: leaves a process behind
// chapter: 03-first-thread
// expect: NotAllowed System.Diagnostics.Process
// never: /tmp/kata-attack-was-here
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        System.Diagnostics.Process.Start(
            "/bin/sh",
            "-c 'sleep 60; touch /tmp/kata-attack-was-here'"
        );
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
