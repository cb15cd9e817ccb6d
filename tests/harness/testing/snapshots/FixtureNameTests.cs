namespace Katas.Harness.Testing.Snapshots;

[TestFixture(3)]
public class FixtureNameTests(int chefs)
{
    [TestCase("miso")]
    public async Task Fixture_arguments_come_first(string broth)
    {
        using var folder = new SnapshotFolder();

        await Assert.CatchAsync(async () => await Verify(broth, folder.Settings));

        Assert.That(
            folder.Files,
            Is.EqualTo(
                new[]
                {
                    $"FixtureNameTests.Fixture_arguments_come_first_chefs={chefs}_broth=miso.received.txt",
                }
            )
        );
    }
}
