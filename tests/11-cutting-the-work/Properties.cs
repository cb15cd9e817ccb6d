using FsCheck;
using FsCheck.Fluent;

namespace Katas.CuttingTheWork;

/// <summary>Checks a rule on many made-up inputs, the same ones in every run, and shows the smallest that breaks it.</summary>
internal static class Properties
{
    private static readonly Config Same = Config
        .QuickThrowOnFailure.WithMaxTest(200)
        .WithReplay(20_260_101, 7);

    /// <summary>Numbers of items and of parts, fewer items than parts among them.</summary>
    public static void ForAllCounts(Func<int, int, string?> complain)
    {
        var inputs =
            from count in Gen.Choose(0, 60)
            from parts in Gen.Choose(1, 12)
            select (Count: count, Parts: parts);
        Check(
            inputs,
            input =>
                Smaller(input.Count, 0)
                    .Select(count => (count, input.Parts))
                    .Concat(Smaller(input.Parts, 1).Select(parts => (input.Count, parts))),
            input => complain(input.Count, input.Parts),
            input => $"{input.Count} items in {input.Parts} parts"
        );
    }

    /// <summary>Costs, a few of them large, and a small number: of parts, of workers.</summary>
    public static void ForAllCosts(Func<int[], int, string?> complain) =>
        ForAllCosts(Gen.Frequency((4, Gen.Choose(1, 9)), (1, Gen.Choose(20, 60))), complain);

    /// <summary>Costs of about a million, so that two cuts may differ by less than a thousandth, and a small number of parts.</summary>
    public static void ForAllLargeCosts(Func<int[], int, string?> complain) =>
        ForAllCosts(
            Gen.Frequency((4, Gen.Choose(1_000_000, 1_000_099)), (1, Gen.Choose(1, 2_000_000))),
            complain
        );

    private static void ForAllCosts(Gen<int> cost, Func<int[], int, string?> complain)
    {
        var inputs =
            from length in Gen.Choose(1, 12)
            from costs in Gen.ArrayOf(cost, length)
            from number in Gen.Choose(1, 5)
            select (Costs: costs, Number: number);
        Check(
            inputs,
            input =>
                Enumerable
                    .Range(0, input.Costs.Length > 1 ? input.Costs.Length : 0)
                    .Select(left =>
                        (input.Costs.Where((_, i) => i != left).ToArray(), input.Number)
                    )
                    .Concat(Smaller(input.Number, 1).Select(number => (input.Costs, number))),
            input => complain(input.Costs, input.Number),
            input => $"costs [{string.Join(", ", input.Costs)}] and {input.Number}"
        );
    }

    private static void Check<T>(
        Gen<T> inputs,
        Func<T, IEnumerable<T>> shrink,
        Func<T, string?> complain,
        Func<T, string> show
    )
    {
        // The last complaint is that of the smallest input: the rule is checked again while the input shrinks.
        string? last = null;
        var rule = Prop.ForAll(
            Arb.From(inputs, shrink),
            input =>
            {
                if (complain(input) is not { } complaint)
                    return true;
                last = $"For {show(input)}: {complaint}";
                return false;
            }
        );
        try
        {
            rule.Check(Same);
        }
        catch (Exception) when (last is not null)
        {
            Assert.Fail(last);
        }
    }

    private static IEnumerable<int> Smaller(int number, int least) =>
        number > least ? new[] { number / 2, number - 1 }.Where(n => n >= least).Distinct() : [];
}
