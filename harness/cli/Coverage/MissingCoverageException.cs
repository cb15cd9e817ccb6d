namespace Katas.Harness.Cli.Coverage;

/// <summary>Chapters whose tests ran are not in the coverage report.</summary>
internal sealed class MissingCoverageException(IReadOnlyList<string> chapters)
    : Exception(
        $"The coverage report does not cover {string.Join(", ", chapters)}, although the tests ran. "
            + "Look at the filters in tests/coverage.runsettings, where ? means that the character before it is optional."
    );
