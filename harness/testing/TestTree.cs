using Katas.Harness.Workbook.Verdicts;
using NUnit.Framework.Interfaces;

namespace Katas.Harness.Testing;

/// <summary>NUnit's tree of tests, as the workbook names them.</summary>
internal static class TestTree
{
    /// <summary>Every test below a suite, in the order in which they run.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="classes">The full names of the test classes that count, or <see langword="null"/> for all.</param>
    public static IReadOnlyList<TestName> Names(
        ITest suite,
        IReadOnlyList<string>? classes = null
    ) =>
        [
            .. Leaves(suite)
                .Where(test => classes?.Contains(test.ClassName, StringComparer.Ordinal) ?? true)
                .Select(Name),
        ];

    private static IEnumerable<ITest> Leaves(ITest test) =>
        test.IsSuite ? test.Tests.SelectMany(Leaves) : [test];

    /// <summary>One test.</summary>
    public static TestName Name(ITest test) =>
        new(test.FullName, test.TypeInfo?.Name ?? "", test.MethodName ?? test.Name, Kata(test));

    /// <summary><see cref="KataAttribute"/> leaves the kata's name on the test class.</summary>
    private static string? Kata(ITest? test) =>
        test is null ? null : test.Properties.Get("Kata") as string ?? Kata(test.Parent);
}
