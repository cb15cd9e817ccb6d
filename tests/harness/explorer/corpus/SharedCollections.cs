using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Katas.Corpus;

/// <summary>A priority queue is for one thread at a time.</summary>
public static class PriorityQueueOfTwo
{
    private static void Use(bool locks)
    {
        var (orders, gate) = (new PriorityQueue<string, int>(), new Lock());
        void Add(string order, int priority)
        {
            if (!locks)
            {
                orders.Enqueue(order, priority);
                return;
            }
            lock (gate)
                orders.Enqueue(order, priority);
        }
        Run.Together(() => Add("miso", 1), () => Add("shio", 2));
        Run.Expect(orders.Count == 2, $"{orders.Count} orders");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>An immutable list is for all threads, its builder for one.</summary>
public static class BuilderOfTwo
{
    private static void Use(bool locks)
    {
        var (menu, gate) = (ImmutableList.CreateBuilder<int>(), new object());
        void Add(int dish)
        {
            if (locks)
            {
                lock (gate)
                    menu.Add(dish);
            }
            else
            {
                menu.Add(dish);
            }
        }
        Run.Together(() => Add(1), () => Add(2));
        Run.Expect(menu.Count == 2, "a dish is lost");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>Two take from one enumerator: what the one has moved to the other reads.</summary>
public static class EnumeratorOfTwo
{
    private static void Use(bool locks)
    {
        IEnumerator<int> orders = new List<int> { 1, 2, 3, 4 }.GetEnumerator();
        var gate = new Lock();
        var cooked = new int[2];
        int Take()
        {
            if (!locks)
                return orders.MoveNext() ? orders.Current : 0;
            lock (gate)
                return orders.MoveNext() ? orders.Current : 0;
        }
        Run.Together(() => cooked[0] = Take(), () => cooked[1] = Take());
        Run.Expect(cooked[0] != cooked[1], $"{cooked[0]} is cooked twice");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>The local variables of an iterator belong to all who use it.</summary>
public static class IteratorOfTwo
{
    private static IEnumerable<int> Numbers()
    {
        for (var i = 1; ; i++)
            yield return i;
    }

    private static void Use(bool locks)
    {
        var (numbers, gate) = (Numbers().GetEnumerator(), new object());
        var seen = new int[2];
        void Take(int me)
        {
            if (locks)
                Monitor.Enter(gate);
            numbers.MoveNext();
            seen[me] = numbers.Current;
            if (locks)
                Monitor.Exit(gate);
        }
        Run.Together(() => Take(0), () => Take(1));
        Run.Expect(seen[0] != seen[1], "the same number twice");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A query that is made under a lock is run when it is read, which is after the lock.</summary>
public static class QueryLeavesTheLock
{
    private static void Use(bool runs)
    {
        var (gate, orders) = (new object(), new List<int> { 1, 2, 3 });
        IEnumerable<int> Large()
        {
            lock (gate)
            {
                var large = orders.Where(order => order > 1);
                return runs ? large.ToList() : large;
            }
        }
        void Add(int order)
        {
            lock (gate)
                orders.Add(order);
        }
        var sum = 0;
        Run.Together(
            () =>
            {
                foreach (var order in Large())
                    sum += order;
            },
            () => Add(4)
        );
        Run.Expect(sum is 5 or 9, $"{sum}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>Read-only is only the view: the list behind it changes.</summary>
public static class ReadOnlyViewLeavesTheLock
{
    private static void Use(bool copies)
    {
        var (gate, list) = (new object(), new List<int> { 1 });
        IReadOnlyList<int> View()
        {
            lock (gate)
                return copies ? list.ToArray() : list.AsReadOnly();
        }
        void Add()
        {
            lock (gate)
                list.Add(2);
        }
        var count = 0;
        Run.Together(() => count = View().Count(), Add);
        Run.Expect(count is 1 or 2, "neither");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A loop has begun before the list changes, and goes on after it.</summary>
public static class ChangedBetweenTwoTurns
{
    private static void Use(bool copies)
    {
        var (gate, guests, started) = (new object(), new List<int> { 1, 2 }, new SemaphoreSlim(0));
        var seen = 0;
        Run.Together(
            () =>
            {
                List<int> all;
                lock (gate)
                    all = copies ? [.. guests] : guests;
                foreach (var guest in all)
                {
                    if (guest == 1)
                        started.Release();
                    seen += guest;
                }
            },
            () =>
            {
                started.Wait();
                lock (gate)
                    guests.Add(3);
            }
        );
        Run.Expect(seen == 3, $"{seen}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A method of a list, handed on, changes the list wherever it is called.</summary>
public static class MethodOfAListHandedOn
{
    private static void Use(bool safe)
    {
        var (list, queue) = (new List<int>(), new ConcurrentQueue<int>());
        Action<int> add = safe ? queue.Enqueue : list.Add;
        Run.Together(() => add(1), () => add(2));
        Run.Expect((safe ? queue.Count : list.Count) == 2, "an item is lost");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A method of a list is handed on where only a type parameter says what the list holds.</summary>
public static class MethodOfAListHandedOnInGenericCode
{
    private sealed class Shelf<T>
    {
        private readonly List<T> _list = [];
        private readonly ConcurrentQueue<T> _queue = new();

        public int Count => _list.Count + _queue.Count;

        public void AddBoth(bool safe, T one, T other)
        {
            Action<T> add = safe ? _queue.Enqueue : _list.Add;
            Run.Together(() => add(one), () => add(other));
        }

        public int CountBoth<TOther>(bool safe, TOther one, TOther other)
            where TOther : struct, IComparable<TOther>
        {
            var (list, queue) = (new List<(T?, TOther)>(), new ConcurrentQueue<(T?, TOther)>());
            Action<(T?, TOther)> add = safe ? queue.Enqueue : list.Add;
            Run.Together(() => add((default, one)), () => add((default, other)));
            return list.Count + queue.Count;
        }
    }

    private static void Use(bool safe)
    {
        var shelf = new Shelf<string>();
        Run.Expect(shelf.CountBoth(safe, 1, 2) == 2, "an item is lost");
        shelf.AddBoth(safe, "miso", "shoyu");
        Run.Expect(shelf.Count == 2, "an item is lost");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A table of the program that keeps its callers apart is called by the name of its base.</summary>
public static class TableOfTheProgram
{
    private sealed class OldPrices(bool locks) : SortedList
    {
        private readonly Lock _gate = new();

        public override void Add(object key, object? value)
        {
            if (locks)
                _gate.Enter();
            base.Add(key, value);
            if (locks)
                _gate.Exit();
        }
    }

    private static void Use(bool locks)
    {
        SortedList prices = new OldPrices(locks);
        Run.Together(() => prices.Add("miso", 8), () => prices.Add("shoyu", 9));
        Run.Expect(prices.Count == 2, "a price is lost");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>What a class has from its base is handed on, beside what it does itself.</summary>
public static class MethodOfTheBaseHandedOn
{
    private sealed class Orders : Collection<int>
    {
        private readonly Lock _gate = new();

        protected override void InsertItem(int index, int item)
        {
            lock (_gate)
                base.InsertItem(index, item);
        }

        public Action<int, int> Inserter(bool locks) => locks ? InsertItem : base.InsertItem;
    }

    private static void Use(bool locks)
    {
        var orders = new Orders();
        var insert = orders.Inserter(locks);
        Run.Together(() => insert(0, 1), () => insert(0, 2));
        Run.Expect(orders.Count == 2, "an order is lost");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>Each call keeps others out, and still somebody comes between two.</summary>
public static class TableOfWhatIsKnownOfObjects
{
    private static void Use(bool atOnce)
    {
        var (dish, table) = (new object(), new ConditionalWeakTable<object, string>());
        var added = 0;
        void Add(string name)
        {
            if (atOnce)
            {
                if (table.TryAdd(dish, name))
                    Interlocked.Increment(ref added);
            }
            else if (!table.TryGetValue(dish, out _))
            {
                table.AddOrUpdate(dish, name);
                Interlocked.Increment(ref added);
            }
        }
        Run.Together(() => Add("miso"), () => Add("shoyu"));
        Run.Expect(added == 1, $"{added} names were added");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A writer that locks each call writes two halves of two lines in any order.</summary>
public static class LinesInASynchronizedWriter
{
    private static void Use(bool atOnce)
    {
        var text = new StringWriter();
        var log = TextWriter.Synchronized(text);
        void Write(string line)
        {
            if (atOnce)
                log.Write(line + ";");
            else
            {
                log.Write(line);
                log.Write(";");
            }
        }
        Run.Together(() => Write("miso"), () => Write("shoyu"));
        Run.Expect(text.ToString() is "miso;shoyu;" or "shoyu;miso;", text.ToString());
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A list by another name.</summary>
public static class ListOfTheProgram
{
    private sealed class Menu : List<int>;

    private static void Use(bool locks)
    {
        var menu = new Menu();
        void Add(int dish)
        {
            if (locks)
                Monitor.Enter(menu);
            menu.Add(dish);
            if (locks)
                Monitor.Exit(menu);
        }
        Run.Together(() => Add(1), () => Add(2));
        Run.Expect(menu.Count == 2, "a dish is lost");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A collection that the program extends is as little made for two threads as the one it extends.</summary>
public static class CollectionWithHooks
{
    private sealed class Orders : Collection<int>
    {
        public int Inserted;

        protected override void InsertItem(int index, int item)
        {
            base.InsertItem(index, item);
            Interlocked.Increment(ref Inserted);
        }
    }

    private static void Use(bool locks)
    {
        var (orders, gate) = (new Orders(), new Lock());
        void Add(int order)
        {
            if (locks)
            {
                lock (gate)
                    orders.Add(order);
            }
            else
            {
                orders.Add(order);
            }
        }
        Run.Together(() => Add(1), () => Add(2));
        Run.Expect(orders.Count == orders.Inserted, "an order is lost");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>Two steps on a dictionary that is made for many threads are two steps.</summary>
public static class LooksThenOpens
{
    private sealed class Sessions : ConcurrentDictionary<int, string>
    {
        public bool Open(int id, bool compares)
        {
            if (compares)
                return TryAdd(id, "open");
            if (ContainsKey(id))
                return false;
            this[id] = "open";
            return true;
        }
    }

    private static void Use(bool compares)
    {
        var (sessions, opened) = (new Sessions(), 0);
        void Open()
        {
            if (sessions.Open(1, compares))
                Interlocked.Increment(ref opened);
        }
        Run.Together(Open, Open);
        Run.Expect(opened == 1, $"opened {opened} times");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A reference to an entry that is not there makes it, which changes the dictionary.</summary>
public static class EntryMadeThroughAReference
{
    private static void Use(bool locks)
    {
        var (menu, gate) = (new Dictionary<int, string>(), new object());
        void Add(int number)
        {
            if (locks)
                Monitor.Enter(gate);
            CollectionsMarshal.GetValueRefOrAddDefault(menu, number, out _) = "miso";
            if (locks)
                Monitor.Exit(gate);
        }
        Run.Together(() => Add(1), () => Add(2));
        Run.Expect(menu.Count == 2, "a dish is lost");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>Whatever a type parameter stands for, two must not change it at once.</summary>
public static class ListBehindATypeParameter
{
    private static void Add<TList>(TList list, int item, object? gate)
        where TList : ICollection<int>
    {
        if (gate is not null)
            Monitor.Enter(gate);
        list.Add(item);
        if (gate is not null)
            Monitor.Exit(gate);
    }

    private static void Use(object? gate)
    {
        var set = new HashSet<int>();
        Run.Together(() => Add(set, 1, gate), () => Add(set, 2, gate));
        Run.Expect(set.Count == 2, "an item is lost");
    }

    public static void Buggy() => Use(null);

    public static void Fixed() => Use(new object());
}

/// <summary>A node is a part of its list, and no safer.</summary>
public static class NodeOfALinkedList
{
    private static void Use(bool locks)
    {
        var (list, gate) = (new LinkedList<int>(), new object());
        var node = list.AddFirst(1);
        void Promote(int by)
        {
            if (locks)
                Monitor.Enter(gate);
            node.Value += by;
            if (locks)
                Monitor.Exit(gate);
        }
        Run.Together(() => Promote(1), () => Promote(2));
        Run.Expect(node.Value == 4, $"{node.Value}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A copy takes one element after the other.</summary>
public static class CopyOfAnArray
{
    private static void Use(bool locks)
    {
        var (pair, gate) = (new int[2], new object());
        var copy = new int[2];
        Run.Together(
            () =>
            {
                if (locks)
                    Monitor.Enter(gate);
                pair[0] = 1;
                pair[1] = 1;
                if (locks)
                    Monitor.Exit(gate);
            },
            () =>
            {
                if (locks)
                    Monitor.Enter(gate);
                Array.Copy(pair, copy, 2);
                if (locks)
                    Monitor.Exit(gate);
            }
        );
        Run.Expect(copy[0] == copy[1], $"{copy[0]} and {copy[1]}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
