using System.Collections.Concurrent;
using System.CommandLine;
using Katas.Harness.Engine;
using Katas.Harness.Engine.Verifier;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli;

/// <summary><c>verify</c>: checks chapters as the tests in <c>tests/harness/engine/verifier</c> do, on the command line.</summary>
/// <remarks>Exit codes: 0 nothing is wrong; 1 something is; 2 it could not be verified; 130 stopped by Ctrl+C.</remarks>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var chapters = ChapterArgument.Create(
            "The chapters, for example 03-first-thread, first-thread or 03 [default: all]."
        );
        var only = new Option<string?>("--only")
        {
            Description =
                "Verify only subjects that contain this text, for example wrong/, lesson or Racy.",
        };
        var command = new Command(
            "verify",
            "Checks that a chapter's tests reject each wrong answer and accept each right one (three times), that its stubs are red and its solution is green, and that lesson, hints, snippets and files are complete. Exit code 0 when nothing is wrong, 1 when something is wrong, 2 when it could not be verified."
        )
        {
            chapters,
            only,
        };
        command.SetGuardedAction(
            (parsed, cancellationToken) =>
                Run(parsed.GetValue(chapters) ?? [], parsed.GetValue(only), cancellationToken)
        );
        return command;
    }

    private static async Task<int> Run(
        string[] names,
        string? only,
        CancellationToken cancellationToken
    )
    {
        var paths = WorkbookPaths.Find();
        var slugs = ChapterArgument.Resolve(paths, names);
        var engine = new ChapterEngine(
            paths,
            CommandEngine.Options with
            {
                HangBudget = ChapterVerifier.HangBudget,
            }
        );
        await using (engine)
        {
            await engine.Prepare(slugs, cancellationToken).ConfigureAwait(false);
            var verifier = new ChapterVerifier(paths, engine);
            var cases = verifier
                .Cases(names.Length == 0 ? [] : slugs)
                .Where(subject =>
                    only is null
                    || subject.Subject.Contains(only, StringComparison.OrdinalIgnoreCase)
                )
                .ToList();
            if (cases.Count == 0)
                throw new UsageException($"Nothing to verify has '{only}' in its name.");

            var findings = new ConcurrentDictionary<VerifierCase, Findings>();
            await Progress
                .Run(
                    "verify",
                    cases,
                    ChapterVerifier.Parallelism,
                    async (subject, token) =>
                        findings[subject] = await verifier
                            .Check(subject, token)
                            .ConfigureAwait(false),
                    cancellationToken
                )
                .ConfigureAwait(false);
            return Report([.. cases.Select(subject => (subject, findings[subject]))]);
        }
    }

    private static int Report(IReadOnlyCollection<(VerifierCase Case, Findings Findings)> results)
    {
        foreach (var (subject, findings) in results)
        {
            if (findings.Ok && findings.Skipped is null)
                continue;
            Console.WriteLine();
            Console.WriteLine(findings.Ok ? $"{subject}: not verified" : subject);
            foreach (var line in findings.Skipped is { } reason ? [reason] : findings.Complaints)
                Prose.Out("  " + line.ReplaceLineEndings("\n  "));
        }

        var wrong = results.Count(result => !result.Findings.Ok);
        var skipped = results.Count(result => result.Findings.Skipped is not null);
        Console.WriteLine();
        Console.WriteLine(
            $"{results.Count - wrong - skipped} verified, {wrong} with something wrong{(skipped > 0 ? $", {skipped} not verified" : "")}."
        );
        if (OperatingSystem.IsLinux())
            Prose.Out(
                "Answers ran against the tests that can notice how they differ from the solution, in processes that had run others of their chapter; what was not as expected ran again in a fresh one, against all tests, whose word counts."
            );
        return wrong == 0 ? ExitCodes.Ok : ExitCodes.Found;
    }
}
