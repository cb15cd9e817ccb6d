namespace Katas.Harness.Testing.Snapshots;

public class PlaceTests
{
    [Test]
    public Task A_snapshot_lies_beside_its_test() =>
        Verify("one bowl of 라면\nand its second line");

    [Test]
    public Task A_folder_is_relative_to_the_test()
    {
        var settings = new VerifySettings();
        settings.UseDirectory("accepted");

        return Verify("two bowls", settings);
    }
}
