using Katas.Corpus;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

/// <summary>Collections of the framework: each call is a step, and one that is not made for several threads must not be used by two at once.</summary>
public class CollectionTests
{
    private static readonly ExplorerOptions Quiet = new() { Output = TextWriter.Null };

    [TestCase(nameof(Shelves.TwoAddToOneList), "list at once, and a List is")]
    [TestCase(nameof(Shelves.OneAddsWhileOneSums), "list at once, and a List is")]
    [TestCase(
        nameof(Shelves.OneChangesADictionaryThatAnotherReads),
        "menu at once, and a Dictionary is"
    )]
    [TestCase(nameof(Shelves.TwoWriteOneText), "text at once, and a StringBuilder is")]
    [TestCase(nameof(Shelves.ReadsATextThatAnotherWrites), "text at once, and a StringBuilder is")]
    [TestCase(
        nameof(Shelves.PutsATextThatAnotherWritesIntoALine),
        "text at once, and a StringBuilder is"
    )]
    [TestCase(nameof(Shelves.TwoCountInAnOption), "options at once, and a ParallelOptions is")]
    public void A_collection_for_one_thread_that_two_use_at_once_is_a_data_race(
        string program,
        string expected
    )
    {
        var e = Assert.Throws<DataRaceException>(() => Explorer.Check(Program(program), Quiet));

        Assert.That(e.Message, Does.Contain(expected).And.Contain("Shelves.cs:"));
        var again = Assert.Throws<DataRaceException>(() =>
            Explorer.Replay(e.Schedule, Program(program), Quiet)
        );
        Assert.That(again.Message, Does.Contain(expected));
    }

    [TestCase(nameof(Shelves.TwoAddToOneListUnderALock))]
    [TestCase(nameof(Shelves.TwoReadOneList))]
    [TestCase(nameof(Shelves.EachSetsItsOwnItem))]
    [TestCase(nameof(Shelves.AddsIfItIsNew))]
    [TestCase(nameof(Shelves.HandsOnWhatItOverrides))]
    [TestCase(nameof(Shelves.WaitsForAnItemInALoop))]
    public void Right_use_is_no_race(string program)
    {
        var result = Explorer.Check(Program(program), Quiet);

        Assert.That(result.IsExhaustive, Is.True, result.ToString());
    }

    [TestCase(nameof(Shelves.LooksThenAdds))]
    [TestCase(nameof(Shelves.LooksThenAddsToATable))]
    public void Other_threads_come_between_two_calls_on_a_collection_for_several(string program)
    {
        var e = Assert.Throws<ScheduleThrewException>(() =>
            Explorer.Check(Program(program), Quiet)
        );

        Assert.That(e.Message, Does.Contain("added 2 times").And.Contain("looks into menu"));
    }

    private static Action Program(string name) =>
        typeof(Shelves).GetMethod(name)!.CreateDelegate<Action>();
}
