using NUnit.Framework.Internal;

namespace Katas.Harness.Testing;

public class KataAttributeTests
{
    [Test]
    public void A_kata_is_called_by_its_member_or_by_its_type()
    {
        Assert.That(
            new KataAttribute(1, typeof(List<int>), nameof(List<int>.Add)).Name,
            Is.EqualTo("Add")
        );
        Assert.That(new KataAttribute(1, typeof(string)).Name, Is.EqualTo("String"));
        Assert.That(new KataAttribute(1, typeof(List<int>)).Name, Is.EqualTo("List"));
    }

    [Test]
    public void A_test_can_be_filtered_by_its_kata()
    {
        var test = new TestSuite(typeof(KataAttributeTests));

        new KataAttribute(1, typeof(string)).ApplyToTest(test);

        Assert.That(test.Properties.Get("Kata"), Is.EqualTo("String"));
    }
}
