using System.CommandLine;
using System.CommandLine.Invocation;
using Katas.Harness.Bench;
using Katas.Harness.Bench.Suite;
using Katas.Harness.Cli;

// Benchmarks: dotnet run -c Release --project harness/bench -- <name> [--json FILE].
// Exit codes: 0 every goal is met or has no peer here, 1 a goal is missed, 2 it could not be measured, 130 stopped by Ctrl+C.
var json = new Option<FileInfo?>("--json")
{
    Description = "Writes the rows to this file too.",
    Recursive = true,
};
var root = new RootCommand(
    "Measures the workbook and its harness against peers, in turn in one run. Lower is better."
)
{
    json,
    SuiteCommand.Create(json),
    ExplorerCommand.Create(json),
};
foreach (var benchmark in Registry.All)
    root.Add(PeerCommand.Create(benchmark, json));
root.HelpName = "bench";

var parsed = root.Parse(args);

// After Ctrl+C a benchmark may take a moment to end its child processes.
return parsed.Action is ParseErrorAction
    ? WrongCommandLine.Explain(parsed, "dotnet run -c Release --project harness/bench --")
    : await parsed
        .InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) })
        .ConfigureAwait(false);
