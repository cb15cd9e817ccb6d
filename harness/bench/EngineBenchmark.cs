using System.Globalization;
using Katas.Harness.Engine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Bench;

/// <summary>From a changed file to all verdicts of chapter 3: the engine in a resident program against <c>dotnet test</c>.</summary>
internal sealed class EngineBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const string Slug = "03-first-thread";

    public string Name => "engine";

    public string Description =>
        $"Times the way from a changed file to all verdicts of {Slug}, in the engine of a resident program against dotnet test --no-restore.";

    public async Task<IReadOnlyList<Row>> Run(
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        var paths = WorkbookPaths.Find();
        var answers = Directory.CreateTempSubdirectory("katas-engine-").FullName;
        try
        {
            var folder = Path.Combine(answers, Slug);
            Directory.CreateDirectory(folder);
            foreach (
                var file in Directory.EnumerateFiles(Path.Combine(paths.Solutions, Slug), "*.cs")
            )
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));

            var engine = new ChapterEngine(
                paths,
                // As the watch has it.
                new EngineOptions { Notice = log, Rehearses = true }
            );
            await using var engineDisposal = engine.ConfigureAwait(false);
            Task Dotnet(params string[] more) =>
                ChildCommand.Run(
                    "dotnet",
                    paths.Root,
                    ["test", Path.Combine(paths.Tests, Slug), $"-p:Against={answers}", .. more],
                    cancellationToken
                );

            log("Building both sides once, and running each.");
            await engine.Prepare([Slug], cancellationToken).ConfigureAwait(false);
            await Verdicts(engine, folder, cancellationToken).ConfigureAwait(false);
            await Dotnet().ConfigureAwait(false);

            log($"{Rounds} rounds of changing a file.");
            var (ours, peer) = await InTurn
                .Medians(
                    Rounds,
                    () => Edited(folder, () => Verdicts(engine, folder, cancellationToken)),
                    () => Edited(folder, () => Dotnet("--no-restore"))
                )
                .ConfigureAwait(false);
            return
            [
                Row.Against(
                    $"{Slug}, edit to verdicts",
                    ours,
                    peer,
                    "dotnet test --no-restore",
                    "s",
                    0.25
                ),
                Row.WithLimit($"{Slug}, in all", ours, 0.6, "s"),
            ];
        }
        finally
        {
            Directory.Delete(answers, recursive: true);
        }
    }

    private static async Task Verdicts(
        ChapterEngine engine,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var verdicts = await engine.Run(Slug, folder, cancellationToken).ConfigureAwait(false);
        if (!verdicts.Green)
        {
            throw new InvalidOperationException(
                $"The solution of {Slug} is not green: {verdicts.RunError}{string.Join(' ', verdicts.Errors)}{string.Join(' ', verdicts.Failures.Select(failure => failure.Message))}"
            );
        }
    }

    /// <summary>Changes a file after a pause, as a learner does, and times what follows.</summary>
    private static async Task<double> Edited(string folder, Func<Task> action)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System).ConfigureAwait(false);
        var file = Directory.EnumerateFiles(folder, "*.cs").First();
        await File.AppendAllTextAsync(
                file,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"// {TimeProvider.System.GetTimestamp()}\n"
                )
            )
            .ConfigureAwait(false);
        return await InTurn.Seconds(action).ConfigureAwait(false);
    }
}
