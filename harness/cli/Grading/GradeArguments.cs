using System.CommandLine;

namespace Katas.Harness.Cli.Grading;

/// <summary>The options of <c>grade</c>.</summary>
internal sealed class GradeArguments
{
    private const int MostJobs = 256;

    public Option<string?> Output { get; } =
        new("--out")
        {
            Description =
                "The folder for the gradebook; what was graded is kept there, too [default: TestResults/grades/NAME in the workbook].",
        };

    public Option<string?> Chapters { get; } =
        new("--chapters") { Description = "The chapters, for example 03,05 [default: all]." };

    public Option<int> Jobs { get; } =
        new("--jobs")
        {
            Description =
                "How many chapters to grade at once [default: twice the number of cores]; with --cluster, how many are on their way at once [default: 32].",
            CustomParser = result => WholeNumber.Parse(result, "--jobs", 1, MostJobs),
        };

    public Option<string?> Cluster { get; } =
        new("--cluster")
        {
            Description =
                "Has the workers of a RabbitMQ broker grade, for example amqp://USER:PASSWORD@HOST: see kata worker.",
        };

    public Option<string?> Config { get; } =
        new("--config") { Description = "A grading.json: weights, due dates, names." };

    public Option<string> Sandbox { get; } = SandboxNames.Option();

    public Option<string[]> Formats { get; } =
        new("--format")
        {
            Description =
                $"Writes files for these platforms, too: {string.Join(", ", FormatNames.All)}.",
            AllowMultipleArgumentsPerToken = true,
        };

    public Option<string?> Explain { get; } =
        new("--explain")
        {
            Description = "Shows how the points of one student came about, by name or number.",
        };

    public Option<string?> Compare { get; } =
        new("--compare")
        {
            Description = "Shows who has other points than in the gradebook in this folder.",
        };

    public Option<string?> Pack { get; } =
        new Option<string?>("--pack")
        {
            Description = "Grades nothing, but packs the workbook as an autograder: gradescope.",
        }.AcceptOnlyFromAmong("gradescope");

    public Option<bool> Watch { get; } =
        new("--watch") { Description = "Stays, and grades what is dropped into the folder." };

    public IEnumerable<Option> All =>
        [Output, Chapters, Jobs, Cluster, Config, Sandbox, Formats, Explain, Compare, Pack, Watch];
}
