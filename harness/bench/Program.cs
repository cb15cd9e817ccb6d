using System.CommandLine;
using Katas.Harness.Bench;
using Katas.Harness.Cli;
using Spectre.Console;

// Benchmarks: dotnet run -c Release --project harness/bench -- <name> [--json FILE].
// Exit codes: 0 every goal is met or has no peer here, 1 a goal is missed, 2 the command line is wrong.
var name = new Argument<string>("name")
{
    Description = $"Which benchmark: {string.Join(", ", Registry.All.Select(one => one.Name))}.",
};
var json = new Option<FileInfo?>("--json") { Description = "Writes the rows to this file too." };
name.Validators.Add(result =>
{
    var asked = result.GetValueOrDefault<string>();
    if (Registry.All.All(one => one.Name != asked))
        result.AddError(
            $"There is no benchmark '{asked}'. There are: {string.Join(", ", Registry.All.Select(one => one.Name))}."
        );
});
var root = new RootCommand(
    "Measures the workbook's harness against its peers, in turn in one run. Lower is better.\n"
        + string.Join("\n", Registry.All.Select(one => $"  {one.Name}: {one.Description}"))
)
{
    name,
    json,
};
root.SetAction(
    async (parsed, cancellationToken) =>
    {
        var benchmark = Registry.All.Single(one => one.Name == parsed.GetRequiredValue(name));
        var rows = await benchmark.Run(line => Console.Error.WriteLine(line), cancellationToken);
        Terminal.Out().Write(BenchReport.Table(rows));
        if (parsed.GetValue(json) is { } file)
            await File.WriteAllTextAsync(file.FullName, BenchReport.Json(rows), cancellationToken);
        return rows.Any(row => row.Met == false) ? 1 : 0;
    }
);

var parsed = root.Parse(args);
return parsed.Errors.Count > 0 ? await Wrong(parsed) : await parsed.InvokeAsync();

static async Task<int> Wrong(ParseResult parsed)
{
    await parsed.InvokeAsync();
    return 2;
}
