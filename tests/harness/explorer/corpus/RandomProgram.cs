namespace Katas.Corpus;

/// <summary>A small program made of random steps, whose outcome tells what each thread has seen and what is left behind.</summary>
public sealed class RandomProgram
{
    /// <summary>Steps that synchronise, and ordinary accesses among them.</summary>
    public static readonly IReadOnlyList<RandomStep> AllKinds = Enum.GetValues<RandomStep>()[
        ..((int)RandomStep.SpinUntilCIsSet + 1)
    ];

    /// <summary>Accesses to memory, and what orders them.</summary>
    public static readonly IReadOnlyList<RandomStep> MemoryKinds =
    [
        RandomStep.ReadA,
        RandomStep.ChangeA,
        RandomStep.ReadB,
        RandomStep.WriteB,
        RandomStep.ReadBVolatile,
        RandomStep.WriteBVolatile,
        RandomStep.IncrementC,
        RandomStep.CompareAndExchangeC,
        RandomStep.ReadElement,
        RandomStep.WriteElement,
        RandomStep.Fence,
        RandomStep.ReadCAndPulseAll,
    ];

    /// <summary>Calls that are given a whole array, and accesses to its elements.</summary>
    public static readonly IReadOnlyList<RandomStep> ArrayKinds =
    [
        RandomStep.ReadElement,
        RandomStep.WriteElement,
        RandomStep.ReverseElements,
        RandomStep.FindAnElement,
        RandomStep.IncrementC,
        RandomStep.WaitForTheSign,
        RandomStep.SetTheSign,
    ];

    private readonly List<List<RandomStep>> _threads = [];
    private RandomMemory _memory = new(0);

    /// <summary>Makes the program of a seed.</summary>
    /// <param name="seed">Equal seeds make equal programs.</param>
    /// <param name="size">The most ways to interleave its scheduling points, roughly.</param>
    /// <param name="among">What its steps are chosen from.</param>
    public RandomProgram(int seed, double size, IReadOnlyList<RandomStep> among)
    {
        var random = new Random(seed);
        var threads = 2 + random.Next(2);
        // Few kinds of steps, so that they get in each other's way.
        var kinds = random.GetItems(among.ToArray(), 4);
        for (var i = 0; i < threads; i++)
            _threads.Add([]);
        while (true)
        {
            var thread = _threads[random.Next(threads)];
            thread.Add(kinds[random.Next(kinds.Length)]);
            if (Interleavings() <= size)
                continue;
            thread.RemoveAt(thread.Count - 1);
            return;
        }
    }

    /// <summary>What the threads of the latest run have seen so far, and what they have left behind.</summary>
    public string Outcome => _memory.ToString();

    /// <summary>Runs all threads.</summary>
    public void Run(Action<Action[]> together)
    {
        _memory = new RandomMemory(_threads.Count);
        together([
            .. _threads.Select<List<RandomStep>, Action>(
                (steps, i) => new RandomThread([.. steps], _memory, i).Run
            ),
        ]);
    }

    /// <summary>The steps of each thread.</summary>
    public override string ToString() =>
        string.Join(" | ", _threads.Select(steps => string.Join(" ", steps)));

    /// <summary>In how many orders the scheduling points could come if nothing ever waited.</summary>
    private double Interleavings()
    {
        var (orders, points) = (1.0, 0);
        foreach (var thread in _threads)
        {
            var own = thread.Sum(RandomThread.SchedulingPoints);
            for (var i = 1; i <= own; i++)
                orders = orders * ++points / i;
        }
        return orders;
    }
}
