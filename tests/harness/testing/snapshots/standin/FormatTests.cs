using System.Globalization;

namespace Katas.Harness.Testing.Snapshots;

public class FormatTests
{
    [SetCulture("de-DE")]
    [Test]
    public void Numbers_are_the_same_in_every_culture() =>
        Assert.That(
            SnapshotName.Format(1.5),
            Is.EqualTo("1.5"),
            CultureInfo.CurrentCulture.ToString()
        );

    [Test]
    public void Lists_are_joined() =>
        Assert.That(
            SnapshotName.Format(new object?[] { 1, null, new[] { "a", "b" }, Array.Empty<int>() }),
            Is.EqualTo("1,null,[a,b],[]")
        );

    [Test]
    public void What_no_file_name_may_hold_becomes_a_dash() =>
        Assert.That(SnapshotName.Format("a<b>c|d*e?f\"g\\h\ti"), Is.EqualTo("a-b-c-d-e-f-g-h-i"));
}
