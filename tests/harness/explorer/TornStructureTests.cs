using Katas.Corpus;
using Katas.Harness.Explorer.Controlled;

namespace Katas.Harness.Explorer;

/// <summary>A value of more than a word is read and written a word at a time, when that is asked for; otherwise the closing line says that it was not.</summary>
public class TornStructureTests
{
    private const string Exception = ", except those in which a thread reads or writes a part";

    private static readonly ExplorerOptions Whole = new() { Output = TextWriter.Null };
    private static readonly ExplorerOptions Torn = Whole with { TearsStructures = true };

    [TestCase(nameof(TornStructures.Decimal), "1", "79228162514264337593543950335")]
    [TestCase(nameof(TornStructures.Names), "(one, one)", "(xxx, xxx)")]
    [TestCase(nameof(TornStructures.PartOfAStructure), "(0, 0)", "(2, 2)")]
    [TestCase(nameof(TornStructures.WholeStructure), "0 0", "2 3", "2 0", "0 3")]
    [TestCase(nameof(TornStructures.Default), "(1, 1)", "(0, 0)")]
    [TestCase(
        nameof(TornStructures.Static),
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff"
    )]
    [TestCase(nameof(TornStructures.StaticDefault), "(1, 1)", "(0, 0)")]
    [TestCase(nameof(TornStructures.Element), "(0, 0)", "(1, 1)")]
    [TestCase(nameof(TornStructures.Reference), "(0, 0)", "(1, 1)")]
    [TestCase(nameof(TornStructures.Generic), "(0, 0)", "(1, 1)")]
    public void A_wide_value_is_torn_when_that_is_asked_for(string name, params string[] wholes)
    {
        var (whole, line) = Explored(name, Whole);
        var (torn, tornLine) = Explored(name, Torn);

        Assert.That(whole, Is.SubsetOf(wholes));
        Assert.That(line, Does.Contain(Exception));
        Assert.That(torn, Is.SupersetOf(whole));
        Assert.That(torn, Has.Count.GreaterThan(whole.Count), string.Join(" | ", torn));
        Assert.That(
            tornLine,
            Does.EndWith("all interleavings, with structures read and written a word at a time")
        );
    }

    [Test]
    public void A_torn_value_is_made_of_words_that_were_there() =>
        Assert.That(
            Explored(nameof(TornStructures.Names), Torn).Seen,
            Is.EquivalentTo(new[] { "(one, one)", "(one, xxx)", "(xxx, one)", "(xxx, xxx)" })
        );

    [TestCase(nameof(TornStructures.OneWord))]
    [TestCase(nameof(TornStructures.Locked))]
    public void What_cannot_be_torn_is_not(string name)
    {
        var (whole, line) = Explored(name, Whole);

        Assert.That(whole, Has.Count.EqualTo(2));
        Assert.That(line, Does.EndWith("all interleavings"));
        Assert.That(Explored(name, Torn).Seen, Is.EquivalentTo(whole));
    }

    [Test]
    public void A_process_with_other_words_is_told_so()
    {
        Assert.That(() => MachineWord.Require(8), Throws.Nothing);
        Assert.That(
            () => MachineWord.Require(4),
            Throws.InstanceOf<PlatformNotSupportedException>().With.Message.Contains("64-bit")
        );
    }

    private static (HashSet<string> Seen, string Line) Explored(
        string name,
        ExplorerOptions options
    )
    {
        var program = typeof(TornStructures).GetMethod(name)!.CreateDelegate<Func<string>>();
        var seen = new HashSet<string>();
        var result = Explorer.Check(() => seen.Add(program()), options);
        return (seen, result.ToString());
    }
}
