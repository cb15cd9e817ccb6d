// attack: uses the probes of the tests
// chapter: 03-first-thread
// expect: NotAllowed Katas.Harness.Probes.Gate
namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        _ = new Katas.Harness.Probes.Gate("gate");
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
