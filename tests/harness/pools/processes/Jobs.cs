using System.Diagnostics;
using System.Runtime.CompilerServices;
using Katas.Harness.Executors.Contract;

namespace Katas.Harness.Pools.Processes;

/// <summary>The jobs that the tests give to workers.</summary>
public static class Jobs
{
    private static int s_calls;

    public static int Next(int number, CancellationToken cancellationToken) => number + 1;

    public static int ProcessId(int number, CancellationToken cancellationToken) =>
        Environment.ProcessId;

    public static int CountCalls(int number, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref s_calls);

    public static string Letters(int count, CancellationToken cancellationToken) => new('x', count);

    public static int Length(string text, CancellationToken cancellationToken) => text.Length;

    public static int Exit(int code, CancellationToken cancellationToken)
    {
        Console.Error.WriteLine("the stove is on fire");
        Environment.Exit(code);
        return 0;
    }

    public static int Crash(string how, CancellationToken cancellationToken)
    {
        switch (how)
        {
            case "stack overflow":
                return Deeper(0);
            case "fail fast":
                Environment.FailFast("the roof came down");
                break;
            case "another thread":
                var thread = new Thread(() => throw new InvalidOperationException("the cook left"));
                thread.Start();
                thread.Join();
                break;
            case "kill -9":
                using (var self = Process.GetCurrentProcess())
                    self.Kill();
                break;
        }
        Thread.CurrentThread.Join(TimeSpan.FromSeconds(20));
        return 0;
    }

    public static int Flood(int lines, CancellationToken cancellationToken)
    {
        for (var i = 0; i < lines; i++)
        {
            Console.Out.WriteLine("out 🍜 " + new string('o', 1000));
            Console.Error.WriteLine("err 🍜 " + new string('e', 1000));
        }
        return lines;
    }

    public static string? ReadConsole(int number, CancellationToken cancellationToken) =>
        Console.In.ReadLine();

    public static int Spin(Place place, CancellationToken cancellationToken)
    {
        Signals.Set(place.Folder, $"in-{place.Id}");
        while (!File.Exists(Path.Combine(place.Folder, "never")))
            Thread.SpinWait(100);
        return 0;
    }

    /// <summary>Is a parent itself: starts a pool, has it work without end, and waits to be killed.</summary>
    public static int HavePoolOfMyOwn(Place place, CancellationToken cancellationToken)
    {
        var pool = new ProcessPoolExecutor(2);
        var busy = pool.Submit(Spin, place, cancellationToken);
        var idle = pool.Submit(ProcessId, 0, cancellationToken);
        idle.Wait(cancellationToken);
        Signals.WaitUntil(
            () => Signals.IsSet(place.Folder, $"in-{place.Id}"),
            "the job",
            place.WaitLimit,
            cancellationToken
        );
        var text = string.Join(' ', pool.WorkerProcessIds);
        File.WriteAllText(Path.Combine(place.Folder, "pids.tmp"), text);
        File.Move(Path.Combine(place.Folder, "pids.tmp"), Path.Combine(place.Folder, "pids"));
        busy.Wait(cancellationToken);
        return 0;
    }

    /// <summary>Starts a process that outlives the job and holds the worker's output open.</summary>
    public static int LeaveChild(int number, CancellationToken cancellationToken)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("ping", ["-n", "30", "127.0.0.1"])
            : new ProcessStartInfo("sleep", ["30"]);
        using var child = Process.Start(start)!;
        return child.Id;
    }

    public static (string, double) Tuple(
        (string, double) dish,
        CancellationToken cancellationToken
    ) => (dish.Item1 + "!", dish.Item2);

    public static object Unwritable(int number, CancellationToken cancellationToken) =>
        new Func<int>(() => number);

    public static T Same<T>(T value, CancellationToken cancellationToken) => value;

    /// <summary>Returns its argument as a type that the argument must be.</summary>
    public static TResult Other<TArgument, TResult>(
        TArgument value,
        CancellationToken cancellationToken
    ) => (TResult)(object)value!;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Deeper(int depth) => Deeper(depth + 1) + Deeper(depth + 2);
}
