namespace Katas.Harness.Engine.Mutants;

[TestFixture]
public sealed class MutantGeneratorTests
{
    private const string Add = "public int Add(int a, int b) { return a + b; }";

    [Test]
    public void A_mutant_says_where_and_what_is_changed()
    {
        var mutant = Mutating.Mutants($"\n\n{Add}\n", only: "arithmetic-changed").Single();

        Assert.That(mutant.Id.Member, Is.EqualTo("Bowl.Add"));
        Assert.That(mutant.Line, Is.EqualTo(3));
        Assert.That(
            mutant.Diff,
            Is.EqualTo(
                new[]
                {
                    "- public int Add(int a, int b) { return a + b; }",
                    "+ public int Add(int a, int b) { return a - b; }",
                }
            )
        );
    }

    [Test]
    public void What_the_learner_is_given_is_not_changed()
    {
        var own = "public int Take(int a) => a - 1;";

        var mutants = Mutating.Mutants(Add + own, exercise: $"/* a comment */\n{Add}");

        Assert.That(
            mutants.Select(mutant => mutant.Id.Member).Distinct(),
            Is.EqualTo(new[] { "Bowl.Take" })
        );
    }

    [TestCase(
        "public int Add(int a,\n    int b)\n{\n    // A comment.\n    return a\n        + b;\n}",
        Description = "layout"
    )]
    [TestCase(
        "public int Before() => 1 + 1; public int Add(int a, int b) { return a + b; }",
        Description = "another member"
    )]
    [TestCase(
        "public int Add(int a, int b) { Console.Write(b); return a + b; }",
        Description = "another statement"
    )]
    public void A_name_outlives_an_edit_elsewhere(string edited)
    {
        var before = Mutating.Mutants(Add, only: "arithmetic-changed").Single();
        var after = Mutating.Mutants(edited, only: "arithmetic-changed");

        Assert.That(after.Select(mutant => mutant.Id), Does.Contain(before.Id));
    }

    [TestCase("public int Add(int a, int b) { return b + a; }")]
    [TestCase("public int Sum(int a, int b) { return a + b; }")]
    public void A_name_does_not_outlive_what_it_changes(string edited)
    {
        var before = Mutating.Mutants(Add, only: "arithmetic-changed").Single();
        var after = Mutating.Mutants(edited, only: "arithmetic-changed").Single();

        Assert.That(after.Id, Is.Not.EqualTo(before.Id));
    }

    [Test]
    public void The_same_change_twice_in_a_member_has_two_names()
    {
        var mutants = Mutating.Mutants(
            "public void Add(int a) { Console.Write(a + 1); Console.Write(a + 1); }"
        );

        Assert.That(mutants.Select(mutant => mutant.Id), Is.Unique);
        Assert.That(
            mutants.Select(mutant => mutant.Id.Hash),
            Has.Some.EndsWith("-2").And.None.EndsWith("-3")
        );
    }

    [Test]
    public void Two_operators_that_make_the_same_make_one_mutant()
    {
        // A removed join is a removed statement, too.
        var mutants = Mutating.Mutants("public void Go(Thread one) { one.Join(); }");

        Assert.That(
            mutants.Select(mutant => mutant.Id.Operator),
            Does.Contain("join-removed").And.Not.Contains("statement-removed")
        );
    }
}
