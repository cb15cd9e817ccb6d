using System.Collections.Immutable;

namespace Katas.Corpus;

/// <summary>The function of an update may be called again: what it does besides is done twice.</summary>
public static class UpdatesWithSideEffects
{
    public static void Buggy() =>
        Use(
            (ref ImmutableList<int> orders, Counter number) =>
                ImmutableInterlocked.Update(ref orders, old => old.Add(number.Next()))
        );

    public static void Fixed() =>
        Use(
            (ref ImmutableList<int> orders, Counter number) =>
            {
                var mine = number.Next();
                ImmutableInterlocked.Update(ref orders, old => old.Add(mine));
            }
        );

    private delegate void Add(ref ImmutableList<int> orders, Counter number);

    private sealed class Counter
    {
        private int _last;

        public int Next() => Interlocked.Increment(ref _last);
    }

    private sealed class Book
    {
        public ImmutableList<int> Orders = [];
    }

    private static void Use(Add add)
    {
        var (book, number) = (new Book(), new Counter());
        Run.Together(() => add(ref book.Orders, number), () => add(ref book.Orders, number));
        Run.Expect(
            book.Orders.Order().SequenceEqual([1, 2]),
            $"the orders are {string.Join(' ', book.Orders)}"
        );
    }
}

/// <summary>A list that is replaced, with an update that is one and with one that is not.</summary>
public static class ReplacedLists
{
    public static void Buggy() => Use(atomically: false);

    public static void Fixed() => Use(atomically: true);

    private sealed class Guests
    {
        public ImmutableArray<string> Names = [];

        public void Add(string name, bool atomically)
        {
            if (atomically)
                ImmutableInterlocked.Update(ref Names, (names, name) => names.Add(name), name);
            else
                Names = Names.Add(name);
        }
    }

    private static void Use(bool atomically)
    {
        var guests = new Guests();
        Run.Together(() => guests.Add("Ada", atomically), () => guests.Add("Bob", atomically));
        Run.Expect(guests.Names.Length == 2, $"{guests.Names.Length} of 2 guests");
    }
}

/// <summary>Look, then pop; or pop if there is something.</summary>
public static class PopsWhatIsThere
{
    public static void Buggy() => Use(looksFirst: true);

    public static void Fixed() => Use(looksFirst: false);

    private sealed class Plates
    {
        public ImmutableStack<int> Clean = [7];
    }

    private static void Use(bool looksFirst)
    {
        var plates = new Plates();
        void Take()
        {
            if (looksFirst && Volatile.Read(ref plates.Clean).IsEmpty)
                return;
            var isTaken = ImmutableInterlocked.TryPop(ref plates.Clean, out var plate);
            Run.Expect(!looksFirst || isTaken, "the last plate was taken meanwhile");
            Run.Expect(!isTaken || plate == 7, $"the plate is {plate}");
        }
        Run.Together(Take, Take);
    }
}

/// <summary>An array that grows is copied: what is written into the old one meanwhile is lost.</summary>
public static class GrowingArrays
{
    public static void Buggy() => Use(locksBoth: false);

    public static void Fixed() => Use(locksBoth: true);

    private sealed class Seats(bool locksBoth)
    {
        private readonly Lock _gate = new();
        private string[] _names = new string[1];

        public void Sit(string name)
        {
            if (!locksBoth)
                _names[0] = name;
            else
            {
                lock (_gate)
                    _names[0] = name;
            }
        }

        public void Grow()
        {
            lock (_gate)
                Array.Resize(ref _names, 2);
        }

        public string First => _names[0];
    }

    private static void Use(bool locksBoth)
    {
        var seats = new Seats(locksBoth);
        Run.Together(() => seats.Sit("Ada"), seats.Grow);
        Run.Expect(seats.First == "Ada", "the guest is gone");
    }
}

/// <summary>A value that is made on first use, by as many threads as come, or by one.</summary>
public static class MadeOnFirstUse
{
    public static void Buggy() => Use(withLock: false);

    public static void Fixed() => Use(withLock: true);

    private sealed class Menu
    {
        private int _price;
        private bool _isKnown;
        private object? _gate;
        private object? _text;
        private int _made;

        public int Price(bool withLock)
        {
            if (!withLock)
                LazyInitializer.EnsureInitialized(ref _text, () => Make());
            return LazyInitializer.EnsureInitialized(
                ref _price,
                ref _isKnown,
                ref _gate,
                () => withLock ? Make() : 1
            );
        }

        private int Make() => Interlocked.Increment(ref _made);

        public int Made => _made;
    }

    private static void Use(bool withLock)
    {
        var menu = new Menu();
        void Read() => Run.Expect(menu.Price(withLock) == 1, "the price is another");
        Run.Together(Read, Read);
        Run.Expect(menu.Made == 1, $"made {menu.Made} times");
    }
}
