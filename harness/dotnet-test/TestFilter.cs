namespace Katas.Harness.DotnetTest;

/// <summary>Filters in vstest's own language.</summary>
internal static class TestFilter
{
    /// <summary>What a filter selects, without some tests.</summary>
    /// <param name="filter">The user's filter, if there is one.</param>
    /// <param name="done">The full names of the tests that are not to run.</param>
    /// <returns>The filter, or <see langword="null"/> when there is nothing to filter.</returns>
    public static string? Without(string? filter, IEnumerable<string> done)
    {
        var parts = done.Select(test => $"FullyQualifiedName!={Escape(test)}")
            .Prepend(filter is null ? null : $"({filter})")
            .OfType<string>()
            .ToList();
        return parts.Count == 0 ? null : string.Join('&', parts);
    }

    private static string Escape(string test) =>
        string.Concat(
            test.Select(c => "\\()&|=!~".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}")
        );
}
