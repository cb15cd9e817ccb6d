namespace Katas.Harness.Explorer;

/// <summary>Most tests of the explorer see a schedule fail, and nobody wants a page of that.</summary>
[SetUpFixture]
public class NoReports
{
    [OneTimeSetUp]
    public void Set() =>
        Environment.SetEnvironmentVariable(Explorer.ReportRootVariable, Explorer.NoReports);
}
