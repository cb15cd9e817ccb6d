using System.Runtime.CompilerServices;

namespace Katas.Corpus;

public static class LostUpdate
{
    public static void Buggy()
    {
        var count = 0;
        Run.Together(() => count++, () => count++);
        Run.Expect(count == 2, $"2 increments made {count}");
    }

    public static void Fixed()
    {
        var count = 0;
        Run.Together(
            () => Interlocked.Increment(ref count),
            () => Interlocked.Increment(ref count)
        );
        Run.Expect(count == 2, $"2 increments made {count}");
    }
}

public static class LostUpdateBesideASynchronizedMethod
{
    private sealed class Till
    {
        private int _coins;

        [MethodImpl(MethodImplOptions.Synchronized)]
        public int Add(int coins)
        {
            if (coins == 0)
                return _coins;
            _coins += coins;
            return _coins;
        }

        [MethodImpl(MethodImplOptions.Synchronized)]
        public void Tip() => _coins++;

        public void TipInPassing() => _coins++;
    }

    public static void Buggy()
    {
        var till = new Till();
        Run.Together(() => till.Add(5), till.TipInPassing);
        Run.Expect(till.Add(0) == 6, $"5 and 1 made {till.Add(0)}");
    }

    public static void Fixed()
    {
        var till = new Till();
        Run.Together(() => till.Add(5), till.Tip);
        Run.Expect(till.Add(0) == 6, $"5 and 1 made {till.Add(0)}");
    }
}

public static class LostUpdateUnderTheLockOfAType
{
    private static class Till<T>
    {
        private static int s_coins;

        [MethodImpl(MethodImplOptions.Synchronized)]
        public static void Clear() => s_coins = 0;

        [MethodImpl(MethodImplOptions.Synchronized)]
        public static void Add(int coins) => s_coins += coins;

        [MethodImpl(MethodImplOptions.Synchronized)]
        public static int Count() => s_coins;

        public static void AddUnder(object gate, int coins)
        {
            lock (gate)
                s_coins += coins;
        }
    }

    public static void Buggy() => AddBoth(() => Till<int>.AddUnder(typeof(Till<string>), 1));

    public static void Fixed() => AddBoth(() => Till<int>.AddUnder(typeof(Till<int>), 1));

    private static void AddBoth(Action one)
    {
        Till<int>.Clear();
        Run.Together(() => Till<int>.Add(5), one);
        Run.Expect(Till<int>.Count() == 6, $"5 and 1 made {Till<int>.Count()}");
    }
}

public static class LostUpdateOfAStatic
{
    private static int s_count;
    private static readonly object Gate = new();

    public static void Buggy()
    {
        Run.Together(() => s_count += 2, () => s_count += 3);
        Run.Expect(s_count == 5, $"2 and 3 made {s_count}");
    }

    public static void Fixed()
    {
        void Add(int n)
        {
            lock (Gate)
                s_count += n;
        }
        Run.Together(() => Add(2), () => Add(3));
        Run.Expect(s_count == 5, $"2 and 3 made {s_count}");
    }
}

public static class LostUpdateOfAnElement
{
    public static void Buggy()
    {
        var counts = new int[2];
        Run.Together(() => counts[1]++, () => counts[1]++, () => counts[0]++);
        Run.Expect(counts is [1, 2], $"made {counts[0]} and {counts[1]}");
    }

    public static void Fixed()
    {
        var counts = new int[2];
        Run.Together(
            () => Interlocked.Increment(ref counts[1]),
            () => Interlocked.Increment(ref counts[1]),
            () => counts[0]++
        );
        Run.Expect(counts is [1, 2], $"made {counts[0]} and {counts[1]}");
    }
}

public static class LostUpdateThroughARef
{
    private sealed class Box
    {
        public int Value;
    }

    private static void Bump(ref int value) => value++;

    public static void Buggy()
    {
        var box = new Box();
        Run.Together(
            () => Bump(ref box.Value),
            () =>
            {
                ref var value = ref box.Value;
                value++;
            }
        );
        Run.Expect(box.Value == 2, $"2 increments made {box.Value}");
    }

    public static void Fixed()
    {
        var box = new Box();
        void Add()
        {
            lock (box)
                Bump(ref box.Value);
        }
        Run.Together(Add, Add);
        Run.Expect(box.Value == 2, $"2 increments made {box.Value}");
    }
}

public static class LostUpdateOfAProperty
{
    private sealed class Till
    {
        public int Coins { get; set; }
        public Lock Gate { get; } = new();
    }

    public static void Buggy()
    {
        var till = new Till();
        Run.Together(() => till.Coins += 1, () => till.Coins += 2);
        Run.Expect(till.Coins == 3, $"1 and 2 coins are {till.Coins}");
    }

    public static void Fixed()
    {
        var till = new Till();
        void Put(int coins)
        {
            lock (till.Gate)
                till.Coins += coins;
        }
        Run.Together(() => Put(1), () => Put(2));
        Run.Expect(till.Coins == 3, $"1 and 2 coins are {till.Coins}");
    }
}

public static class LostUpdateOfAStructure
{
    private struct Point
    {
        public int X;
        public int Y;
    }

    private sealed class Ship
    {
        public Point At;
    }

    public static void Buggy()
    {
        var ship = new Ship();
        Run.Together(() => ship.At.X++, () => ship.At.X++, () => ship.At.Y = 7);
        Run.Expect(ship.At.X == 2, $"2 moves made {ship.At.X}");
    }

    public static void Fixed()
    {
        var ship = new Ship();
        Run.Together(
            () => Interlocked.Increment(ref ship.At.X),
            () => Interlocked.Increment(ref ship.At.X),
            () => Interlocked.Exchange(ref ship.At.Y, 7)
        );
        Run.Expect(ship.At.X == 2, $"2 moves made {ship.At.X}");
    }
}

public static class CheckThenAct
{
    public static void Buggy()
    {
        var (left, sold) = (1, 0);
        void Buy()
        {
            if (left > 0)
            {
                left--;
                Interlocked.Increment(ref sold);
            }
        }
        Run.Together(Buy, Buy);
        Run.Expect(sold == 1, $"1 portion was sold {sold} times");
    }

    public static void Fixed()
    {
        var (left, sold) = (1, 0);
        void Buy()
        {
            if (Interlocked.Decrement(ref left) >= 0)
                Interlocked.Increment(ref sold);
        }
        Run.Together(Buy, Buy, Buy);
        Run.Expect(sold == 1, $"1 portion was sold {sold} times");
    }
}

public static class WrongLock
{
    public static void Buggy()
    {
        var (a, b, count) = (new object(), new object(), 0);
        void Add(object gate)
        {
            lock (gate)
                count++;
        }
        Run.Together(() => Add(a), () => Add(b));
        Run.Expect(count == 2, $"2 increments made {count}");
    }

    public static void Fixed()
    {
        var (a, count) = (new object(), 0);
        void Add()
        {
            lock (a)
                count++;
        }
        Run.Together(Add, Add);
        Run.Expect(count == 2, $"2 increments made {count}");
    }
}

public static class NewLockEachTime
{
    public static void Buggy()
    {
        var count = 0;
        void Add()
        {
            lock (new Lock())
                count++;
        }
        Run.Together(Add, Add);
        Run.Expect(count == 2, $"2 increments made {count}");
    }

    public static void Fixed()
    {
        var (gate, count) = (new Lock(), 0);
        void Add()
        {
            lock (gate)
                count++;
        }
        Run.Together(Add, Add, Add);
        Run.Expect(count == 3, $"3 increments made {count}");
    }
}

public static class TwoStageUpdate
{
    private sealed class Store
    {
        private readonly object _first = new();
        private readonly object _second = new();
        private int _value;
        private int _doubled;

        public void Write(int value)
        {
            lock (_first)
                _value = value;
            lock (_second)
                _doubled = 2 * value;
        }

        public void WriteAtOnce(int value)
        {
            lock (_first)
            {
                _value = value;
                lock (_second)
                    _doubled = 2 * value;
            }
        }

        public (int, int) Read()
        {
            lock (_first)
            {
                lock (_second)
                    return (_value, _doubled);
            }
        }
    }

    public static void Buggy()
    {
        var (store, seen) = (new Store(), (0, 0));
        Run.Together(() => store.Write(4), () => seen = store.Read());
        Run.Expect(seen.Item2 == 2 * seen.Item1, $"saw {seen}");
    }

    public static void Fixed()
    {
        var (store, seen) = (new Store(), (0, 0));
        Run.Together(() => store.WriteAtOnce(4), () => seen = store.Read());
        Run.Expect(seen.Item2 == 2 * seen.Item1, $"saw {seen}");
    }
}

public static class StatisticsOfTwo
{
    public static void Buggy()
    {
        var (sum, count, average) = (0, 0, 0);
        Run.Together(
            () =>
            {
                Interlocked.Add(ref sum, 10);
                Interlocked.Increment(ref count);
            },
            () =>
                average =
                    Volatile.Read(ref count) == 0
                        ? 10
                        : Volatile.Read(ref sum) / Volatile.Read(ref count),
            () =>
            {
                Interlocked.Add(ref sum, 10);
                Interlocked.Increment(ref count);
            }
        );
        Run.Expect(average == 10, $"the average of tens was {average}");
    }

    public static void Fixed()
    {
        var (gate, sum, count, average) = (new object(), 0, 0, 0);
        void Add()
        {
            lock (gate)
            {
                sum += 10;
                count++;
            }
        }
        Run.Together(
            Add,
            () =>
            {
                lock (gate)
                    average = count == 0 ? 10 : sum / count;
            },
            Add
        );
        Run.Expect(average == 10, $"the average of tens was {average}");
    }
}

public static class DoubleCheckedLocking
{
    private sealed class Once(bool checksAgain)
    {
        private readonly object _gate = new();
        private volatile object? _value;
        public int Made;

        public object Get()
        {
            if (_value is null)
            {
                lock (_gate)
                {
                    if (!checksAgain || _value is null)
                    {
                        Made++;
                        _value = new object();
                    }
                }
            }
            return _value;
        }
    }

    private static void Use(bool checksAgain)
    {
        var once = new Once(checksAgain);
        object? one = null,
            other = null;
        Run.Together(() => one = once.Get(), () => other = once.Get());
        Run.Expect(once.Made == 1 && one == other, $"made {once.Made}");
    }

    public static void Buggy() => Use(checksAgain: false);

    public static void Fixed() => Use(checksAgain: true);
}

public static class LazyMadeTwice
{
    public static void Buggy()
    {
        var made = 0;
        string? value = null;
        string Get() => value ??= $"menu {Interlocked.Increment(ref made)}";
        Run.Together(() => Get(), () => Get());
        Run.Expect(made == 1, $"made {made}");
    }

    public static void Fixed()
    {
        var made = 0;
        var value = new Lazy<string>(() => $"menu {Interlocked.Increment(ref made)}");
        Run.Together(() => _ = value.Value, () => _ = value.Value);
        Run.Expect(made == 1, $"made {made}");
    }
}

public static class LostUpdateAfterManyTurns
{
    public static void Buggy()
    {
        var count = 0;
        void Add()
        {
            for (var i = 0; i < 10; i++)
                Thread.Yield();
            count++;
        }
        Run.Together(Add, Add);
        Run.Expect(count == 2, $"2 increments made {count}");
    }

    public static void Fixed()
    {
        var count = 0;
        void Add()
        {
            for (var i = 0; i < 10; i++)
                Thread.Yield();
            Interlocked.Increment(ref count);
        }
        Run.Together(Add, Add);
        Run.Expect(count == 2, $"2 increments made {count}");
    }
}

/// <summary>The field is the framework's, the threads are the program's.</summary>
public static class LostUpdateInABoxOfTheFramework
{
    private static void Use(Action<StrongBox<int>> add)
    {
        var box = new StrongBox<int>();
        Run.Together(() => add(box), () => add(box));
        Run.Expect(box.Value == 2, $"2 increments made {box.Value}");
    }

    public static void Buggy() => Use(box => box.Value++);

    public static void Fixed() => Use(box => Interlocked.Increment(ref box.Value));
}
