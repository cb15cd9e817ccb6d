using System.Runtime.CompilerServices;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Workbook;

public class TestAssemblyTests
{
    private static readonly string Self = typeof(TestAssemblyTests).Assembly.Location;
    private static readonly TestAssembly Read = TestAssembly.Read(Self, chapterAssembly: Self);

    [Test]
    public void Katas_come_in_the_lessons_order_with_all_their_test_classes()
    {
        Assert.That(
            Read.Katas.Select(kata => $"{kata.Order} {kata.Name}"),
            Is.EqualTo([
                "1 Stub",
                "2 Written",
                "3 WrittenAsync",
                "4 HalfAsync",
                "5 Throws",
                "6 SampleQueue",
            ])
        );
        Assert.That(
            Read.Katas[0].Fixtures,
            Is.EquivalentTo([
                "Katas.Harness.Workbook.StubFixture",
                "Katas.Harness.Workbook.StubFixtureToo",
            ])
        );
    }

    [TestCase("Stub", "stub", true)]
    [TestCase("Written", "written", false)]
    [TestCase("WrittenAsync", "written async", false)]
    [TestCase("HalfAsync", "half", true)]
    [TestCase("Throws", "throws", false)]
    [TestCase("SampleQueue", "take", true)]
    public void A_katas_place_is_its_stub_or_where_its_code_begins(
        string name,
        string mark,
        bool isStub
    )
    {
        var kata = Read.Katas.Single(kata => kata.Name == name);

        Assert.That(kata.IsStub, Is.EqualTo(isStub));
        Assert.That(Path.GetFileName(kata.Place?.File), Is.EqualTo("Sample.cs"));
        Assert.That(kata.Place?.Line, Is.EqualTo(LineOf($"// {mark}")));
    }

    [Test]
    public void A_test_belongs_to_the_kata_of_its_class()
    {
        Assert.That(
            Read.KataOf("Katas.Harness.Workbook.StubFixtureToo.Test(1,\"a.b\")")?.Name,
            Is.EqualTo("Stub")
        );
        Assert.That(Read.KataOf("Katas.Harness.Workbook.StubFixtureOther.Test"), Is.Null);
    }

    [Test]
    public void Tests_come_in_the_order_of_the_katas_and_of_their_source()
    {
        TestVerdict[] tests =
        [
            Passed("OtherFixture", "Alone"),
            Passed("WrittenFixture", "Another"),
            Passed("WrittenFixture", "Another", "(2)"),
            Passed("WrittenFixture", "Inherited"),
            Passed("WrittenFixture", "Simple"),
            Passed("StubFixture", "Inherited"),
        ];

        Assert.That(
            Read.InOrder(tests).Select(test => test.Test.ShortName),
            Is.EqualTo(["Inherited", "Simple", "Another", "Another(2)", "Inherited", "Alone"])
        );
    }

    [Test]
    public void Without_the_chapters_assembly_katas_have_no_place()
    {
        var read = TestAssembly.Read(Self, chapterAssembly: "/nowhere/Chapter.dll");

        Assert.That(read.Katas.Select(kata => kata.Place), Is.All.Null);
    }

    [Test]
    public void An_assembly_that_tests_no_chapter_is_refused() =>
        Assert.That(
            () => TestAssembly.Read(typeof(TestAttribute).Assembly.Location),
            Throws
                .InstanceOf<InvalidDataException>()
                .With.Message.Contains("does not say which chapter it tests")
        );

    private static TestVerdict Passed(string fixture, string method, string arguments = "") =>
        new(
            new TestName(
                $"Katas.Harness.Workbook.{fixture}.{method}{arguments}",
                fixture,
                method,
                null
            ),
            Outcome.Passed
        );

    private static int LineOf(string mark, [CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "Sample.cs"))
            .Index()
            .Single(line => line.Item.EndsWith(mark, StringComparison.Ordinal))
            .Index + 1;
}
