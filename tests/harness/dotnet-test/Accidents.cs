using System.Reflection;
using System.Text.RegularExpressions;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.DotnetTest;

/// <summary>Answers in which a dozen accidents happen, each to a few tests: more would only take longer.</summary>
internal static partial class Accidents
{
    /// <summary>The configuration of this build, in which the chapters' tests are there already.</summary>
    public static string Configuration =>
        typeof(Accidents)
            .Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!
            .Configuration;

    /// <summary>An exit, a loop, a deadlock and a stack overflow.</summary>
    public const string Shop = """
        namespace Katas.RamenShop;

        public static class Shop
        {
            public static double BowlsPerHour(int chefs, int burners, bool overlap)
            {
                if (chefs == 1 && overlap)
                    Environment.Exit(3);
                return -1;
            }

            public static int FirstBowl(bool overlap)
            {
                if (overlap)
                    Deadlock();
                while (true) { }
            }

            public static Limit Bottleneck(int chefs, int burners) =>
                burners == 7
                    ? Bottleneck(chefs + 1, burners) | Bottleneck(chefs + 2, burners)
                    : (Limit)99;

            private static void Deadlock()
            {
                object left = new(), right = new();
                using var both = new Barrier(2);
                var other = new Thread(() => Take(right, left));
                other.Start();
                Take(left, right);

                void Take(object first, object second)
                {
                    lock (first)
                    {
                        both.SignalAndWait();
                        lock (second) { }
                    }
                }
            }
        }
        """;

    /// <summary>FailFast, floods, allocation, an exception on a thread, a static constructor that hangs, a killed process and a killed parent.</summary>
    public const string Report = """
        using System.Diagnostics;

        namespace Katas.WhoAmI;

        public static class Report
        {
            public static string Format(Measurement measurement)
            {
                switch (measurement)
                {
                    case { Repetitions: 10_000 }:
                        Environment.FailFast("closed today");
                        break;
                    case { Repetitions: 2 }:
                        var raw = Console.OpenStandardOutput();
                        while (true)
                            raw.Write(new byte[10_000]);
                    case { Total.TotalSeconds: 90 }:
                        Process.GetCurrentProcess().Kill();
                        break;
                    case { Total.Ticks: 10 }:
                        Kill(ParentOfThis());
                        break;
                    case { Total.Ticks: 10_000 }:
                        for (List<byte[]> all = []; ; )
                            all.Add(GC.AllocateUninitializedArray<byte>(100_000_000));
                    case { Total.Ticks: 10_000_000 }:
                        var thread = new Thread(() => throw new InvalidOperationException("on a thread"));
                        thread.Start();
                        thread.Join();
                        break;
                }
                return "";
            }

            public static IReadOnlyList<Placed> Rank(IReadOnlyList<Measurement> measurements)
            {
                while (measurements.Count == 2)
                    Console.WriteLine(new string('x', 1_000));
                return measurements.Count == 0 ? Stuck.Nothing : [];
            }

            private static void Kill(int process)
            {
                if (process <= 1)
                    return;
                using var killed = Process.GetProcessById(process);
                killed.Kill();
                // Until then nobody can tell that it was this test.
                killed.WaitForExit();
            }

            private static int ParentOfThis() =>
                OperatingSystem.IsLinux()
                    ? int.Parse(File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ')[2])
                    : 0;

            private static class Stuck
            {
                public static readonly IReadOnlyList<Placed> Nothing = [];

                static Stuck() => new ManualResetEventSlim().Wait();
            }
        }
        """;

    /// <summary>A verdict as a line to compare. What a limit was, and where a test waits, depends on what others have cost before.</summary>
    public static string Line(string test, Outcome outcome, string? message) =>
        $"{test}: {outcome}: {Varying().Replace(message ?? "", "")}";

    [GeneratedRegex(
        @" It waits at \S+$|(?<=after )[0-9.]+(?= s)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Varying();
}
