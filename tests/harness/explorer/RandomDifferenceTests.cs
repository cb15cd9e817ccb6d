using System.Globalization;
using Katas.Corpus;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

/// <summary>
/// What small random programs do natively is among what the explorer shows of them. Each program is explored once and run natively many times; those that
/// can stand still, or are too large, are left out.
/// </summary>
/// <remarks><c>KATAS_DIFFERENCES=5000 dotnet test tests/harness/explorer --filter RandomDifferenceTests</c> tries many programs.</remarks>
[NonParallelizable]
public class RandomDifferenceTests
{
    private const int FewPrograms = 60;
    private const int NativeRuns = 100;
    private const int MostPause = 200;

    private static readonly ExplorerOptions Small = new()
    {
        Output = TextWriter.Null,
        Schedules = 3_000,
    };

    [Test]
    public void Whatever_a_random_program_does_natively_is_explored()
    {
        var programs = int.TryParse(
            Environment.GetEnvironmentVariable("KATAS_DIFFERENCES"),
            CultureInfo.InvariantCulture,
            out var many
        )
            ? many
            : FewPrograms;
        var (compared, native, explored, missed) = (0, 0, 0, new List<string>());
        for (var seed = 0; seed < programs; seed++)
        {
            var program = new SynchronisedProgram(seed);
            if (Explored(program, Small) is not { } outcomes)
                continue;
            var seen = Native(program, new Random(seed));
            missed.AddRange(
                seen.Except(outcomes).Select(outcome => $"seed {seed}: {program}\n    {outcome}")
            );
            (compared, native, explored) = (
                compared + 1,
                native + seen.Count,
                explored + outcomes.Count
            );
        }

        TestContext.Out.WriteLine(
            $"{compared} of {programs} programs compared: {native} outcomes natively, {explored} explored"
        );
        Assert.That(missed, Is.Empty, "seen natively and never explored");
        Assert.That(compared, Is.GreaterThan(programs / 3), "too few programs can be compared");
        Assert.That(native, Is.GreaterThan(compared), "the programs end in one way natively");
    }

    // Programs that were once explored wrongly, as less than all interleavings.
    [TestCase("answer | wait for any task", "/ 0", "/ 1")]
    [TestCase("wait for any | signal | set the sign", "seen 0 / /", "seen 1 / /")]
    [TestCase("wait for any | set the sign | signal", "seen 0 / /", "seen 1 / /")]
    [TestCase("use the mutex | try the mutex, try the mutex", "1 / True True", "/ False False")]
    public void What_was_left_out_once_is_explored(string program, params string[] ends)
    {
        var outcomes = Explored(new SynchronisedProgram(program), Small);

        foreach (var end in ends)
            Assert.That(outcomes, Has.Some.EndsWith(end));
    }

    [TestCase("take a slot, answer | wait for the answer, fail, take with a token | answer")]
    public void A_deadlock_that_was_left_out_once_is_found(string program) =>
        Assert.That(
            () => Explorer.Check(() => End(new SynchronisedProgram(program)), Small),
            Throws.InstanceOf<DeadlockException>()
        );

    // What the first test is worth: an explorer that stops early is caught, and by runs that need no luck.
    [Test]
    public void Outcomes_that_are_left_out_are_caught()
    {
        var caught = Enumerable
            .Range(0, FewPrograms)
            .Select(seed => new SynchronisedProgram(seed))
            .Where(program =>
                Explored(program, Small) is not null
                && !First(program, Explorer.Together).SetEquals(First(program, Backwards))
            );

        Assert.That(caught.Count(), Is.GreaterThan(FewPrograms / 10));
    }

    /// <summary>How a program ends in the first schedule.</summary>
    private static HashSet<string> First(SynchronisedProgram program, Action<Action[]> together)
    {
        var outcomes = new HashSet<string>();
        try
        {
            Explorer.Check(
                () =>
                {
                    program.Run(together, static () => { });
                    outcomes.Add(program.Outcome);
                },
                Small with
                {
                    Schedules = 1,
                }
            );
        }
        catch (DeadlockException)
        {
            // A thread waits for one that comes after it.
        }
        return outcomes;
    }

    /// <summary>Runs the threads one after the other, the last one first.</summary>
    private static void Backwards(Action[] actions)
    {
        foreach (var action in actions.Reverse())
            Explorer.Together(action);
    }

    /// <summary>All ways in which a program can end; <see langword="null"/> when it can stand still, or is too large.</summary>
    private static HashSet<string>? Explored(SynchronisedProgram program, ExplorerOptions options)
    {
        var outcomes = new HashSet<string>();
        try
        {
            var result = Explorer.Check(() => outcomes.Add(End(program)), options);
            return result.IsExhaustive ? outcomes : null;
        }
        catch (DeadlockException)
        {
            return null;
        }
    }

    private static string End(SynchronisedProgram program)
    {
        program.Run(Explorer.Together, static () => { });
        return program.Outcome;
    }

    private static HashSet<string> Native(SynchronisedProgram program, Random random)
    {
        var outcomes = new HashSet<string>();
        for (var i = 0; i < NativeRuns; i++)
        {
            try
            {
                program.Run(NativeThreads.Together, () => Thread.SpinWait(random.Next(MostPause)));
            }
            catch (TimeoutException)
            {
                outcomes.Add("stands still");
                break;
            }
            outcomes.Add(program.Outcome);
        }
        return outcomes;
    }
}
