using System.Collections.Concurrent;

namespace Katas.Corpus;

/// <summary>A mailbox that has seen no message goes to sleep beside one that comes.</summary>
public static class MailboxFallsAsleep
{
    private sealed class Mailbox(bool looksAgain, Action<int> receive)
    {
        private readonly ConcurrentQueue<int> _messages = new();
        private int _isScheduled;

        public void Post(int message)
        {
            _messages.Enqueue(message);
            Schedule();
        }

        private void Schedule()
        {
            if (Interlocked.CompareExchange(ref _isScheduled, 1, 0) == 0)
                ThreadPool.QueueUserWorkItem(_ => Work());
        }

        private void Work()
        {
            while (_messages.TryDequeue(out var message))
                receive(message);
            Volatile.Write(ref _isScheduled, 0);
            if (looksAgain && !_messages.IsEmpty)
                Schedule();
        }
    }

    private static void Use(bool looksAgain)
    {
        using var received = new CountdownEvent(2);
        var mailbox = new Mailbox(looksAgain, _ => received.Signal());
        mailbox.Post(1);
        mailbox.Post(2);
        received.Wait();
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>Who gives up may have been given a pulse, which nobody else will get.</summary>
public static class PulseOfAnotherLost
{
    private sealed class Turnstile(bool passesOn)
    {
        private readonly object _gate = new();
        private int _permits;
        public int Given;

        public bool TryEnter(int time)
        {
            lock (_gate)
            {
                while (_permits == 0)
                {
                    if (!Monitor.Wait(_gate, time))
                    {
                        if (!passesOn || _permits == 0)
                            return false;
                        break;
                    }
                    if (time != Timeout.Infinite && !passesOn && _permits > 0)
                        return false; // has the pulse, and thinks that it came too late
                }
                _permits--;
                return true;
            }
        }

        public void Release()
        {
            lock (_gate)
            {
                _permits++;
                Monitor.Pulse(_gate);
            }
        }
    }

    private static void Use(bool passesOn)
    {
        var turnstile = new Turnstile(passesOn);
        Run.Together(
            () =>
            {
                if (turnstile.TryEnter(10))
                    turnstile.Release();
            },
            () => turnstile.TryEnter(Timeout.Infinite),
            turnstile.Release
        );
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>The head is the same number as before, and the list behind it another.</summary>
public static class FreeListOfIndices
{
    private sealed class FreeList(bool versions)
    {
        private readonly int[] _next = [1, 2, -1];
        private long _head;

        private static int Index(long head) => (int)(head & 0xff) - 1;

        public FreeList Init()
        {
            _head = 1;
            return this;
        }

        public int Take()
        {
            while (true)
            {
                var head = Volatile.Read(ref _head);
                if (Index(head) < 0)
                    return -1;
                var next = Volatile.Read(ref _next[Index(head)]);
                var version = versions ? (head & ~0xffL) + 0x100 : 0;
                if (
                    Interlocked.CompareExchange(ref _head, version | (uint)(next + 1), head) == head
                )
                    return Index(head);
            }
        }

        public void Give(int index)
        {
            while (true)
            {
                var head = Volatile.Read(ref _head);
                Volatile.Write(ref _next[index], Index(head));
                var version = versions ? (head & ~0xffL) + 0x100 : 0;
                if (
                    Interlocked.CompareExchange(ref _head, version | (uint)(index + 1), head)
                    == head
                )
                    return;
            }
        }
    }

    private static void Use(bool versions)
    {
        var list = new FreeList(versions).Init();
        var (one, other) = (-1, -1);
        Run.Together(
            () => one = list.Take(),
            () =>
            {
                var first = list.Take();
                other = list.Take();
                list.Give(first);
            }
        );
        var third = list.Take();
        Run.Expect(other < 0 || (one != other && third != other), "one index for two");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>A queue without locks: the link is put in by comparing, or it replaces that of another.</summary>
public static class QueueOfLinks
{
    private sealed class Node(int value)
    {
        public readonly int Value = value;
        public Node? Next;
    }

    private sealed class Queue
    {
        private readonly bool _compares;
        private Node _head;
        private Node _tail;

        public Queue(bool compares)
        {
            _compares = compares;
            _head = _tail = new Node(0);
        }

        public void Enqueue(int value)
        {
            var node = new Node(value);
            while (true)
            {
                var tail = Volatile.Read(ref _tail);
                var next = Volatile.Read(ref tail.Next);
                if (next is not null)
                {
                    Interlocked.CompareExchange(ref _tail, next, tail);
                    continue;
                }
                if (!_compares)
                {
                    Volatile.Write(ref tail.Next, node);
                    Volatile.Write(ref _tail, node);
                    return;
                }
                if (Interlocked.CompareExchange(ref tail.Next, node, null) is null)
                {
                    Interlocked.CompareExchange(ref _tail, node, tail);
                    return;
                }
            }
        }

        public bool TryDequeue(out int value)
        {
            while (true)
            {
                var head = Volatile.Read(ref _head);
                var next = Volatile.Read(ref head.Next);
                if (next is null)
                {
                    value = 0;
                    return false;
                }
                if (Interlocked.CompareExchange(ref _head, next, head) == head)
                {
                    value = next.Value;
                    return true;
                }
            }
        }
    }

    private static void Use(bool compares)
    {
        var queue = new Queue(compares);
        var taken = 0;
        Run.Together(
            () => queue.Enqueue(1),
            () => queue.Enqueue(2),
            () =>
            {
                if (queue.TryDequeue(out var value))
                    taken = value;
            }
        );
        while (queue.TryDequeue(out var value))
            taken += value;
        Run.Expect(taken == 3, $"{taken} of 3");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>Who leaves while the next is still queueing must wait for its link, to wake it up.</summary>
public static class QueueLockLeftTooEarly
{
    private sealed class Node
    {
        public Node? Next;
        public bool IsBlocked;
    }

    private sealed class QueueLock(bool waits)
    {
        private Node? _tail;

        public Node Enter()
        {
            var node = new Node();
            var before = Interlocked.Exchange(ref _tail, node);
            if (before is not null)
            {
                Volatile.Write(ref node.IsBlocked, true);
                Volatile.Write(ref before.Next, node);
                while (Volatile.Read(ref node.IsBlocked))
                    Thread.Yield();
            }
            return node;
        }

        public void Exit(Node node)
        {
            if (Volatile.Read(ref node.Next) is null)
            {
                if (Interlocked.CompareExchange(ref _tail, null, node) == node)
                    return;
                if (!waits)
                    return;
                while (Volatile.Read(ref node.Next) is null)
                    Thread.Yield();
            }
            Volatile.Write(ref node.Next!.IsBlocked, false);
        }
    }

    private static void Use(bool waits)
    {
        var (gate, count) = (new QueueLock(waits), 0);
        void Add()
        {
            var node = gate.Enter();
            count++;
            gate.Exit(node);
        }
        Run.Together(Add, Add);
        Run.Expect(count == 2, $"{count} of 2");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}

/// <summary>Taking a number takes time: who is choosing one must say so.</summary>
public static class BakeryWithoutChoosing
{
    private static void Use(bool says)
    {
        var (choosing, numbers) = (new bool[2], new int[2]);
        var (inside, worst) = (0, 0);
        Action Member(int me) =>
            () =>
            {
                var other = 1 - me;
                if (says)
                    Volatile.Write(ref choosing[me], true);
                Volatile.Write(ref numbers[me], Volatile.Read(ref numbers[other]) + 1);
                if (says)
                    Volatile.Write(ref choosing[me], false);
                while (Volatile.Read(ref choosing[other]))
                    Thread.Yield();
                while (
                    Volatile.Read(ref numbers[other]) is var number and not 0
                    && (number, other).CompareTo((Volatile.Read(ref numbers[me]), me)) < 0
                )
                    Thread.Yield();
                if (Interlocked.Increment(ref inside) == 2)
                    worst = 2;
                Interlocked.Decrement(ref inside);
                Volatile.Write(ref numbers[me], 0);
            };
        Run.Together(Member(0), Member(1));
        Run.Expect(worst == 0, "two inside");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
