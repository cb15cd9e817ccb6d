using System.Globalization;

namespace Katas.Harness.Engine.Mutants;

/// <summary>What came of a chapter's mutants.</summary>
/// <param name="Slug">The chapter.</param>
/// <param name="Mutants">How many there are that count and have been asked.</param>
/// <param name="Killed">How many a test kills.</param>
/// <param name="NotCompiling">How many do not count, because they do not compile.</param>
/// <param name="SameCode">How many do not count, because the compiler makes the same of them as of the reference answer or of another mutant.</param>
/// <param name="Seconds">What their tests took, one after the other.</param>
/// <param name="Survivors">Those that no test kills.</param>
/// <param name="Errors">What is wrong with the chapter's <c>mutants.txt</c>.</param>
/// <param name="Skipped">Why the chapter's tests do not run here, or <see langword="null"/>.</param>
public sealed record MutationReport(
    string Slug,
    int Mutants,
    int Killed,
    int NotCompiling,
    int SameCode,
    double Seconds,
    IReadOnlyList<Survivor> Survivors,
    IReadOnlyList<string> Errors,
    string? Skipped
)
{
    /// <summary>One in so many mutants of a chapter may be equivalent: where there are more, the reference answer says too much.</summary>
    public const int MutantsForOneEquivalent = 10;

    /// <summary>How many survive with a reason.</summary>
    public int Equivalent =>
        Survivors.Count(survivor => survivor.Entry is { Reason: not MutantReason.NotYetCaught });

    /// <summary>How many survive although they are wrong, as is written down.</summary>
    public int NotYetCaught =>
        Survivors.Count(survivor => survivor.Entry is { Reason: MutantReason.NotYetCaught });

    /// <summary>Those that survive without a reason.</summary>
    public IEnumerable<Mutant> Surviving =>
        Survivors.Where(survivor => survivor.Entry is null).Select(survivor => survivor.Mutant);

    /// <summary>Whether no mutant survives without a reason, and the list is as it should be.</summary>
    public bool IsFine => Errors.Count == 0 && !Surviving.Any();

    internal static MutationReport Of(
        MutationSession session,
        IReadOnlyCollection<Mutant> mutants,
        IReadOnlyDictionary<MutantId, MutantResult> results
    )
    {
        var entries = session.List.Entries.ToDictionary(entry => entry.Id);
        var judged = mutants
            .Where(mutant => results.ContainsKey(mutant.Id))
            .Select(mutant => (Mutant: mutant, Result: results[mutant.Id]))
            .ToLookup(judged => judged.Result.Outcome);
        var survived = judged[MutantOutcome.Survived].ToList();
        var killed = judged[MutantOutcome.Killed].ToList();
        var report = new MutationReport(
            session.Slug,
            killed.Count + survived.Count,
            killed.Count,
            judged[MutantOutcome.NotCompiling].Count(),
            judged[MutantOutcome.SameCode].Count(),
            killed.Concat(survived).Sum(one => one.Result.Seconds),
            [
                .. survived.Select(one => new Survivor(
                    one.Mutant,
                    entries.GetValueOrDefault(one.Mutant.Id)
                )),
            ],
            [.. session.List.Errors, .. Stale(session, results)],
            session.Skipped
        );
        return mutants.Count == session.Mutants.Count && report.TooManyEquivalent is { } error
            ? report with
            {
                Errors = [.. report.Errors, error],
            }
            : report;
    }

    private string? TooManyEquivalent =>
        Equivalent * MutantsForOneEquivalent > Mutants
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{MutantList.FileName}: {Equivalent} of {Mutants} mutants are said to be equivalent; at most one in {MutantsForOneEquivalent} may be. Let the tests see more, or the reference answer say less."
            )
            : null;

    /// <summary>The entries whose mutant is not there any more, or does not survive.</summary>
    private static IEnumerable<string> Stale(
        MutationSession session,
        IReadOnlyDictionary<MutantId, MutantResult> results
    )
    {
        var there = session.Mutants.Select(mutant => mutant.Id).ToHashSet();
        foreach (var entry in session.List.Entries)
        {
            var result = results.GetValueOrDefault(entry.Id);
            var fault = result?.Outcome switch
            {
                _ when !there.Contains(entry.Id) => "is no mutant of the reference answer any more",
                MutantOutcome.Killed => $"is killed by {result.KilledBy}",
                MutantOutcome.NotCompiling => "does not compile",
                MutantOutcome.SameCode => "is the same code as another",
                _ => null,
            };
            if (fault is not null)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{MutantList.FileName}:{entry.Line}: '{entry.Id}' {fault}. Remove the line."
                );
            }
        }
    }
}
