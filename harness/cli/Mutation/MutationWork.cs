using System.Globalization;
using Katas.Harness.Engine;
using Katas.Harness.Engine.Mutants;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Mutation;

/// <summary>Goes through the mutants of chapters, one chapter after the other, and shows how far it has come.</summary>
internal static class MutationWork
{
    /// <summary>Mutants often wait for what never comes, so there are more at once than cores; but not so many that a test seems to hang.</summary>
    private static readonly int s_parallelism = 2 * Environment.ProcessorCount;

    public static async Task<IReadOnlyList<MutationReport>> Run(
        WorkbookPaths paths,
        IReadOnlyList<string> slugs,
        int? sample,
        CancellationToken cancellationToken
    )
    {
        var engine = new ChapterEngine(paths, CommandEngine.Options);
        await using (engine.ConfigureAwait(false))
        {
            await engine.Prepare(slugs, cancellationToken).ConfigureAwait(false);
            var sessions = new List<MutationSession>();
            try
            {
                foreach (var slug in slugs)
                {
                    sessions.Add(
                        await MutationSession
                            .Open(
                                paths,
                                slug,
                                engine,
                                CommandEngine.Options,
                                paths.Mutants,
                                cancellationToken
                            )
                            .ConfigureAwait(false)
                    );
                }
                return await Run(Chosen(sessions, sample), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                foreach (var session in sessions)
                    await session.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static List<(MutationSession Session, IReadOnlyList<Mutant> Mutants)> Chosen(
        IReadOnlyList<MutationSession> sessions,
        int? sample
    )
    {
        var all = sessions.SelectMany(session =>
            session.Mutants.Select(mutant => (session, mutant))
        );
        var chosen = (
            sample is { } count ? MutantSample.Draw(all, count, one => one.mutant.Id) : [.. all]
        ).ToLookup(one => one.session, one => one.mutant);
        return
        [
            .. sessions.Select(session => (session, (IReadOnlyList<Mutant>)[.. chosen[session]])),
        ];
    }

    private static async Task<IReadOnlyList<MutationReport>> Run(
        List<(MutationSession Session, IReadOnlyList<Mutant> Mutants)> work,
        CancellationToken cancellationToken
    )
    {
        var reports = new List<MutationReport>();
        foreach (var (index, (session, mutants)) in work.Index())
        {
            var left = session.Compile(mutants, cancellationToken);
            if (left.Count > 0)
                await session.Measure(cancellationToken).ConfigureAwait(false);
            if (session.Skipped is null)
            {
                await Progress
                    .Run(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{session.Slug} ({index + 1} of {work.Count})"
                        ),
                        left,
                        s_parallelism,
                        (mutant, token) => session.Judge(mutant, token),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            }
            reports.Add(session.Report(mutants));
            // Hosts of the chapters before would only take memory.
            await session.DisposeAsync().ConfigureAwait(false);
        }
        return reports;
    }
}
