namespace Katas.Harness.Grading;

public class RuleViolationTests
{
    [Test]
    public void It_names_the_place_and_the_symbol()
    {
        var violation = new RuleViolation("Cheat.cs", 12, "System.Reflection.FieldInfo");

        Assert.That(
            violation.ToString(),
            Is.EqualTo(
                "Cheat.cs:12 uses System.Reflection.FieldInfo, which this chapter does not allow"
            )
        );
    }
}
