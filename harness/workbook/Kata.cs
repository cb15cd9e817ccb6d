using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Workbook;

/// <summary>One kata of a chapter.</summary>
/// <param name="Order">Its place in the lesson, from 1.</param>
/// <param name="Name">Its name: the member, or the type, that the learner writes.</param>
/// <param name="Fixtures">The full names of the test classes that belong to it.</param>
/// <param name="Place">Where the learner writes it, if the chapter has symbols.</param>
/// <param name="IsStub">Whether some of it still throws <see cref="NotImplementedException"/>.</param>
public sealed record Kata(
    int Order,
    string Name,
    IReadOnlyList<string> Fixtures,
    SourcePlace? Place,
    bool IsStub
)
{
    /// <summary>The full name of the type that the learner writes.</summary>
    public required string Type { get; init; }

    /// <summary>The member of <see cref="Type"/> that the learner writes, or <see langword="null"/> when the kata is the whole type.</summary>
    public string? Member { get; init; }

    /// <summary>The methods of <see cref="Fixtures"/>, each with its class, in the order of their source.</summary>
    public IReadOnlyList<(string Fixture, string Method)> Methods { get; init; } = [];

    /// <summary>Whether a test belongs to this kata.</summary>
    /// <param name="test">The test's full name, arguments included.</param>
    public bool Owns(string test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return Fixtures.Any(fixture => IsIn(fixture, test));
    }

    /// <summary>How many of the kata's <see cref="Methods"/> stand before a test's; all of them when its own is none of them.</summary>
    /// <param name="test">The test.</param>
    public int PlaceOf(TestName test)
    {
        ArgumentNullException.ThrowIfNull(test);
        var place = 0;
        while (
            place < Methods.Count
            && !(
                Methods[place].Method == test.Method && IsIn(Methods[place].Fixture, test.FullName)
            )
        )
            place++;
        return place;
    }

    private static bool IsIn(string fixture, string test) =>
        test.StartsWith(fixture, StringComparison.Ordinal)
        && test.Length > fixture.Length
        && test[fixture.Length] is '.' or '(';
}
