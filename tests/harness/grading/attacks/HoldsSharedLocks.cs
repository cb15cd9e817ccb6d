// attack: never gives back the locks of objects that the whole process shares
// chapter: 03-first-thread
// expect: Red
using System.Globalization;
using System.Text;

namespace Katas.FirstThread;

public static class Threads
{
    public static Thread Launch(Action action)
    {
        object[] shared =
        [
            Console.Out,
            Console.Error,
            typeof(string),
            typeof(Thread),
            "",
            CultureInfo.InvariantCulture,
            Encoding.UTF8,
            TimeProvider.System,
            Task.CompletedTask,
            StringComparer.Ordinal,
            Thread.CurrentThread,
        ];
        foreach (var one in shared)
        {
            new Thread(() =>
            {
                Monitor.Enter(one);
                Thread.Sleep(Timeout.Infinite);
            })
            {
                IsBackground = true,
            }.Start();
        }
        Thread.Sleep(100);
        throw new NotImplementedException();
    }

    public static void RunBoth(Action first, Action second) => throw new NotImplementedException();

    public static void ForEachThread<T>(IReadOnlyList<T> items, Action<T> action) =>
        throw new NotImplementedException();

    public static T RunAndReturn<T>(Func<T> function) => throw new NotImplementedException();
}
