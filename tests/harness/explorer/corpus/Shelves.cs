using System.Collections;
using System.Collections.Concurrent;
using System.Text;

namespace Katas.Corpus;

/// <summary>Collections of the framework, used by two threads.</summary>
public static class Shelves
{
    public static void TwoAddToOneList()
    {
        var list = new List<int>();
        Run.Together(() => list.Add(1), () => list.Add(2));
    }

    public static void OneAddsWhileOneSums()
    {
        var list = new List<int> { 1 };
        var sum = 0;
        Run.Together(() => list.Add(1), () => sum = list.Sum());
    }

    public static void OneChangesADictionaryThatAnotherReads()
    {
        var menu = new Dictionary<string, int>(StringComparer.Ordinal) { ["miso"] = 1 };
        Run.Together(() => menu["shio"] = 2, () => menu.TryGetValue("miso", out _));
    }

    public static void TwoWriteOneText()
    {
        var text = new StringBuilder();
        Run.Together(() => text.Append('a'), () => text.Append('b'));
    }

    public static void TwoAddToOneListUnderALock()
    {
        var (gate, list) = (new object(), new List<int>());
        void Add(int number)
        {
            lock (gate)
                list.Add(number);
        }
        Run.Together(() => Add(1), () => Add(2));
        Run.Expect(list.Count == 2, "two were added");
    }

    public static void TwoReadOneList()
    {
        var list = new List<int> { 1, 2 };
        Run.Together(() => Run.Expect(list.Contains(1), "1"), () => Run.Expect(list[1] == 2, "2"));
    }

    public static void EachSetsItsOwnItem()
    {
        var list = new List<int> { 0, 0 };
        Run.Together(() => list[0] = 1, () => list[1] = 2);
        Run.Expect(list.Sum() == 3, "both were set");
    }

    public static void LooksThenAdds()
    {
        var menu = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var added = 0;
        void Add()
        {
            if (menu.ContainsKey("miso"))
                return;
            menu["miso"] = 1;
            Interlocked.Increment(ref added);
        }
        Run.Together(Add, Add);
        Run.Expect(added == 1, $"added {added} times");
    }

    public static void AddsIfItIsNew()
    {
        var menu = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var added = 0;
        void Add()
        {
            if (menu.TryAdd("miso", 1))
                Interlocked.Increment(ref added);
        }
        Run.Together(Add, Add);
        Run.Expect(added == 1, $"added {added} times");
    }

    public static void WaitsForAnItemInALoop()
    {
        var queue = new ConcurrentQueue<int>();
        var taken = 0;
        Run.Together(
            () =>
            {
                int item;
                while (!queue.TryDequeue(out item))
                    Thread.Yield();
                taken = item;
            },
            () => queue.Enqueue(7)
        );
        Run.Expect(taken == 7, "the item was taken");
    }

    public static void TwoCountInAnOption()
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = 1 };
        Run.Together(
            () => options.MaxDegreeOfParallelism += 1,
            () => options.MaxDegreeOfParallelism += 1
        );
    }

    public static void ReadsATextThatAnotherWrites()
    {
        var text = new StringBuilder();
        Run.Together(() => text.Append("miso"), () => _ = text.ToString());
    }

    public static void PutsATextThatAnotherWritesIntoALine()
    {
        var text = new StringBuilder();
        Run.Together(() => text.Append("miso"), () => _ = $"a bowl of {text}");
    }

    public static void LooksThenAddsToATable()
    {
        var (menu, added) = (new Hashtable(), 0);
        void Add()
        {
            if (menu.ContainsKey("miso"))
                return;
            menu["miso"] = 8;
            Interlocked.Increment(ref added);
        }
        Run.Together(Add, Add);
        Run.Expect(added == 1, $"added {added} times");
    }

    private sealed class Bowl
    {
        public override string ToString()
        {
            Func<string?> plain = base.ToString;
            return $"{plain()} of miso";
        }
    }

    public static void HandsOnWhatItOverrides()
    {
        var text = new StringBuilder();
        void Write()
        {
            lock (text)
                text.Append(new Bowl());
        }
        Run.Together(Write, Write);
        Run.Expect(text.ToString().EndsWith("Bowl of miso", StringComparison.Ordinal), "miso");
    }
}
