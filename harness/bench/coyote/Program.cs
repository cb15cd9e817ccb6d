using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Katas.Corpus;
using Microsoft.Coyote;
using Microsoft.Coyote.Logging;
using Microsoft.Coyote.Rewriting;
using Microsoft.Coyote.SystematicTesting;

// Runs one program of the corpus under Coyote, and writes one line: how many bugs were found, after how many schedules, in how many seconds, and
// what Coyote says of the bug.
//   Katas.Harness.Bench.Coyote.dll CLASS METHOD SCHEDULES SECONDS
var (program, schedules, limit) = (
    Program(args[0], args[1]),
    uint.Parse(args[2], CultureInfo.InvariantCulture),
    TimeSpan.FromSeconds(int.Parse(args[3], CultureInfo.InvariantCulture))
);
if (!RewritingEngine.IsAssemblyRewritten(typeof(Run).Assembly))
    throw new InvalidOperationException("The corpus is not rewritten for Coyote.");

// Its own strategies, seeded. A timeout of its own would take the place of the number of schedules.
var configuration = Configuration
    .Create()
    .WithTestingIterations(schedules)
    .WithMemoryAccessRaceCheckingEnabled()
    .WithVerbosityEnabled(VerbosityLevel.None)
    .WithConsoleLoggingEnabled(false)
    .WithTelemetryEnabled(false)
    .WithRandomGeneratorSeed(1);
var output = Console.Out;
Console.SetOut(TextWriter.Null);
using var engine = TestingEngine.Create(configuration, program);
using var end = new Timer(_ => engine.Stop(), null, limit, Timeout.InfiniteTimeSpan);
var start = Stopwatch.GetTimestamp();
engine.Run();
var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
var report = engine.TestReport;
output.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{report.NumOfFoundBugs} {report.NumOfExploredFairPaths + report.NumOfExploredUnfairPaths} {elapsed:0.000} {report.BugReports.FirstOrDefault()?.Split('\n')[0]}"
    )
);
output.Flush();

// Threads that Coyote does not control may still wait for each other.
Environment.Exit(0);

static Action Program(string type, string method)
{
    var found = typeof(Run)
        .Assembly.GetType($"{typeof(Run).Namespace}.{type}", throwOnError: true)!
        .GetMethod(method, BindingFlags.Public | BindingFlags.Static)!;
    return found.GetParameters().Length == 0
        ? found.CreateDelegate<Action>()
        : () => found.Invoke(null, [(Action<Action[]>)Run.Together]);
}
