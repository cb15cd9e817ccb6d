namespace Katas.Harness.Workbook.Failures;

/// <summary>What a line of a failure is, for whoever gives it a colour. The words alone say the same.</summary>
public enum Emphasis
{
    /// <summary>Nothing special.</summary>
    None,

    /// <summary>The line that names the test.</summary>
    Heading,

    /// <summary>What was expected.</summary>
    Expected,

    /// <summary>What was seen instead.</summary>
    Actual,

    /// <summary>Something that helps, but comes second.</summary>
    Aside,
}
