namespace Katas.Corpus;

public static class RingBuffer
{
    private sealed class Ring(bool publishesLast)
    {
        private readonly int[] _items = new int[2];
        private int _written;
        private int _read;

        public void Write(int item)
        {
            if (publishesLast)
            {
                _items[_written % 2] = item;
                Volatile.Write(ref _written, _written + 1);
            }
            else
            {
                Volatile.Write(ref _written, _written + 1);
                _items[(_written - 1) % 2] = item;
            }
        }

        public bool TryRead(out int item)
        {
            item = 0;
            if (Volatile.Read(ref _written) == _read)
                return false;
            item = _items[_read % 2];
            _read++;
            return true;
        }
    }

    private static void Use(bool publishesLast)
    {
        var ring = new Ring(publishesLast);
        Run.Together(
            () =>
            {
                ring.Write(1);
                ring.Write(2);
            },
            () =>
            {
                if (ring.TryRead(out var item))
                    Run.Expect(item == 1, $"read {item}");
            }
        );
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class LockFreeStack
{
    private sealed class Node(int value)
    {
        public readonly int Value = value;
        public Node? Next;
    }

    private sealed class Stack(bool compares)
    {
        private Node? _top;

        public void Push(int value)
        {
            var node = new Node(value);
            while (true)
            {
                var top = Volatile.Read(ref _top);
                node.Next = top;
                if (!compares)
                {
                    Volatile.Write(ref _top, node);
                    return;
                }
                if (Interlocked.CompareExchange(ref _top, node, top) == top)
                    return;
            }
        }

        public int Count()
        {
            var count = 0;
            for (var node = _top; node is not null; node = node.Next)
                count++;
            return count;
        }
    }

    private static void Use(bool compares)
    {
        var stack = new Stack(compares);
        Run.Together(() => stack.Push(1), () => stack.Push(2), () => stack.Push(3));
        Run.Expect(stack.Count() == 3, $"{stack.Count()} of 3 are there");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class TakenTwice
{
    private sealed class Queue(bool compares)
    {
        private readonly int[] _items = [1, 2, 3];
        private int _head;

        public int Take()
        {
            while (true)
            {
                var head = Volatile.Read(ref _head);
                if (head == _items.Length)
                    return 0;
                var item = _items[head];
                if (!compares)
                    Volatile.Write(ref _head, head + 1);
                else if (Interlocked.CompareExchange(ref _head, head + 1, head) != head)
                    continue;
                return item;
            }
        }
    }

    private static void Use(bool compares)
    {
        var (queue, one, other) = (new Queue(compares), 0, 0);
        Run.Together(() => one = queue.Take(), () => other = queue.Take());
        Run.Expect(one != other, $"both took {one}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class WorkStealing
{
    private sealed class Deque(bool locks)
    {
        private readonly object _gate = new();
        private int _head;
        private int _tail = 1;

        public bool Pop()
        {
            if (locks)
            {
                lock (_gate)
                    return PopNow();
            }
            return PopNow();
        }

        public bool Steal()
        {
            lock (_gate)
            {
                if (_head >= _tail)
                    return false;
                _head++;
                return true;
            }
        }

        private bool PopNow()
        {
            if (_head >= _tail)
                return false;
            _tail--;
            return true;
        }
    }

    // The owner pops without the thieves' lock: the last job can be done twice.
    private static void Use(bool locks)
    {
        var (deque, done) = (new Deque(locks), 0);
        void Do(Func<bool> take)
        {
            if (take())
                Interlocked.Increment(ref done);
        }
        Run.Together(() => Do(deque.Pop), () => Do(deque.Steal));
        Run.Expect(done == 1, $"1 job was done {done} times");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class TokenRing
{
    private static void Use(bool waitsForTheToken)
    {
        var (token, order) = (0, "");
        Action Member(int number) =>
            () =>
            {
                while (waitsForTheToken && Volatile.Read(ref token) != number)
                    Thread.Yield();
                order += number;
                Volatile.Write(ref token, number + 1);
            };
        Run.Together(Member(0), Member(1), Member(2));
        Run.Expect(order == "012", $"the order was {order}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class StopFlag
{
    // The stop comes before the start, and the start takes it back.
    public static void Buggy()
    {
        var stop = true;
        Run.Together(
            () =>
            {
                stop = false;
                while (!Volatile.Read(ref stop))
                    Thread.Yield();
            },
            () => Volatile.Write(ref stop, true)
        );
    }

    public static void Fixed()
    {
        var stop = false;
        Run.Together(
            () =>
            {
                while (!Volatile.Read(ref stop))
                    Thread.Yield();
            },
            () => Volatile.Write(ref stop, true)
        );
    }
}

public static class SpinLockForgotten
{
    private static void Use(bool gives)
    {
        var (taken, count) = (0, 0);
        void Add()
        {
            var spin = new SpinWait();
            while (Interlocked.CompareExchange(ref taken, 1, 0) != 0)
                spin.SpinOnce();
            count++;
            if (gives)
                Volatile.Write(ref taken, 0);
        }
        Run.Together(Add, Add);
        Run.Expect(count == 2, $"{count} of 2");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

public static class Peterson
{
    // Peterson's algorithm for two: each says that it wants in, and lets the other go first.
    private static void Use(bool asksFirst)
    {
        var wants = new bool[2];
        var (turn, inside, worst) = (0, 0, 0);
        Action Member(int me) =>
            () =>
            {
                if (asksFirst)
                    Volatile.Write(ref wants[me], true);
                Volatile.Write(ref turn, 1 - me);
                if (!asksFirst)
                    Volatile.Write(ref wants[me], true);
                while (Volatile.Read(ref wants[1 - me]) && Volatile.Read(ref turn) == 1 - me)
                    Thread.Yield();
                worst = Math.Max(worst, Interlocked.Increment(ref inside));
                Interlocked.Decrement(ref inside);
                Volatile.Write(ref wants[me], false);
            };
        Run.Together(Member(0), Member(1));
        Run.Expect(worst == 1, $"{worst} were inside at once");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
