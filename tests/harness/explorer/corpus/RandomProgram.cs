namespace Katas.Corpus;

/// <summary>A small program made of random steps, whose outcome tells what it has seen in which order.</summary>
public sealed class RandomProgram
{
    private readonly List<int>[] _threads;

    public RandomProgram(int seed)
    {
        var random = new Random(seed);
        _threads = [.. Enumerable.Range(0, 2 + random.Next(2)).Select(_ => Steps(random))];
    }

    /// <summary>Runs all threads and returns what they have read and left behind.</summary>
    public string Run()
    {
        var memory = new Memory(_threads.Length);
        Corpus.Run.Together([
            .. _threads.Select<List<int>, Action>((steps, i) => () => Execute(steps, memory, i)),
        ]);
        return memory.ToString();
    }

    public override string ToString() =>
        string.Join(" | ", _threads.Select(steps => string.Join(" ", steps)));

    private static List<int> Steps(Random random) =>
        [.. Enumerable.Range(0, 2 + random.Next(2)).Select(_ => random.Next(14))];

    private static void Execute(List<int> steps, Memory memory, int me)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case 0 or 1:
                    memory.See(me, memory.A);
                    break;
                case 2 or 3:
                    memory.A = memory.A * 3 + me + 1;
                    break;
                case 4:
                    memory.See(me, memory.B);
                    break;
                case 5:
                    memory.B = me + 1;
                    break;
                case 6:
                    lock (memory.Gate)
                        memory.B = memory.B * 2 + me;
                    break;
                case 7:
                    if (Monitor.TryEnter(memory.Gate))
                    {
                        memory.A += 5;
                        Monitor.Exit(memory.Gate);
                    }
                    else
                    {
                        memory.See(me, -1);
                    }
                    break;
                case 8:
                    lock (memory.Gate)
                    {
                        memory.See(me, memory.C);
                        Monitor.PulseAll(memory.Gate);
                    }
                    break;
                case 9:
                    lock (memory.Gate)
                        memory.See(me, Monitor.Wait(memory.Gate, 1) ? 1 : 0);
                    break;
                case 10:
                    memory.See(me, Interlocked.Increment(ref memory.C));
                    break;
                case 11:
                    memory.See(me, Interlocked.CompareExchange(ref memory.C, 7, 1));
                    break;
                case 12:
                    memory.Slots.Wait();
                    memory.See(me, memory.C);
                    memory.Slots.Release();
                    break;
                default:
                    memory.See(me, memory.Slots.Wait(0) ? memory.Slots.Release() : -2);
                    break;
            }
        }
    }

    private sealed class Memory(int threads)
    {
        public readonly object Gate = new();
        public readonly SemaphoreSlim Slots = new(1);
        public int A;
        public int B;
        public int C;
        private readonly List<int>[] _seen =
        [
            .. Enumerable.Range(0, threads).Select(_ => new List<int>()),
        ];

        public void See(int thread, int value) => _seen[thread].Add(value);

        public override string ToString() =>
            $"{A} {B} {C} " + string.Join(" ", _seen.Select(seen => $"[{string.Join(",", seen)}]"));
    }
}
