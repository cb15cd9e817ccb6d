using System.Collections.Concurrent;

namespace Katas.Corpus;

/// <summary>Objects whose calls several threads make, with what a report on their histories may say.</summary>
public static class Registers
{
    public interface IStack
    {
        bool Push(int item);
        int Pop();
    }

    /// <summary>At most two items; one lock, one order.</summary>
    public sealed class LockedStack : IStack
    {
        private readonly Lock _lock = new();
        private readonly int[] _items = new int[2];
        private int _count;

        public bool Push(int item)
        {
            lock (_lock)
            {
                if (_count == 2)
                    return false;
                _items[_count++] = item;
                return true;
            }
        }

        public int Pop()
        {
            lock (_lock)
                return _count == 0 ? throw new InvalidOperationException() : _items[--_count];
        }
    }

    /// <summary>Looks at the room, and takes it later.</summary>
    public sealed class StackThatLooksFirst : IStack
    {
        private readonly ConcurrentStack<int> _items = new();

        public bool Push(int item)
        {
            if (_items.Count == 2)
                return false;
            _items.Push(item);
            return true;
        }

        public int Pop() =>
            _items.TryPop(out var item) ? item : throw new InvalidOperationException();
    }

    /// <summary>Two numbers that belong together.</summary>
    public class Pair
    {
        private int _a;
        private int _b;

        public void Set(int value)
        {
            _a = value;
            _b = value;
        }

        public virtual int[] Get() => [_a, _b];
    }

    public sealed class LockedPair
    {
        private readonly Lock _lock = new();
        private int _a;
        private int _b;

        public void Set(int value)
        {
            lock (_lock)
            {
                _a = value;
                _b = value;
            }
        }

        public int[] Get()
        {
            lock (_lock)
                return [_a, _b];
        }
    }

    public interface IRegister
    {
        void Put(int value);
        int Get();
    }

    public sealed class PlainRegister : IRegister
    {
        private volatile int _value;

        public void Put(int value) => _value = value;

        public int Get() => _value;
    }

    /// <summary>What is put is seen only after the next put: in no order of calls wrong, if it did not matter which was over first.</summary>
    public sealed class LateRegister : IRegister
    {
        private volatile int _value;
        private volatile int _put;

        public void Put(int value)
        {
            _value = _put;
            _put = value;
        }

        public int Get() => _value;
    }

    /// <summary>Take waits until there is something.</summary>
    public sealed class WaitingQueue
    {
        private readonly Lock _gate = new();
        private readonly Queue<int> _items = new();
        private readonly SemaphoreSlim _count = new(0);

        public void Put(int item)
        {
            lock (_gate)
                _items.Enqueue(item);
            _count.Release();
        }

        public int Take()
        {
            _count.Wait();
            lock (_gate)
                return _items.Dequeue();
        }
    }

    public sealed class AsyncCounter(bool isSafe)
    {
        private readonly SemaphoreSlim _turn = new(1);
        private int _count;

        public async Task<int> Add()
        {
            if (isSafe)
                await _turn.WaitAsync();
            var count = _count;
            await Task.Yield();
            _count = count + 1;
            if (isSafe)
                _turn.Release();
            return count + 1;
        }
    }
}
