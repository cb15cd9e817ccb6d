namespace Katas.Harness.Cli.Timing;

/// <summary>Where a column of figures is shown.</summary>
internal enum FigurePlace
{
    /// <summary>On every terminal and on the page.</summary>
    Everywhere,

    /// <summary>On terminals that are wide enough for all columns, and on the page.</summary>
    WideTerminal,

    /// <summary>On the page only.</summary>
    Page,
}
