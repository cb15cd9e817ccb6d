using System.Collections.Immutable;

namespace Katas.Corpus;

/// <summary>A small program without data races, made from a seed, that can be run natively and explored.</summary>
public sealed class SynchronisedProgram
{
    private readonly ImmutableArray<
        ImmutableArray<(string Name, Action<SynchronisedState, int> Take)>
    > _threads;
    private SynchronisedState _state = new(0);

    /// <summary>Makes the program of a seed.</summary>
    public SynchronisedProgram(int seed)
    {
        var random = new Random(seed);
        var all = SynchronisedSteps.Kinds;
        // One kind or two, so that the steps get in each other's way.
        var steps = all[random.Next(all.Length)].AddRange(all[random.Next(all.Length)]);
        _threads =
        [
            .. Enumerable
                .Range(0, 2 + random.Next(2))
                .Select(_ =>
                    Enumerable
                        .Range(0, 1 + random.Next(3))
                        .Select(_ => steps[random.Next(steps.Length)])
                        .ToImmutableArray()
                ),
        ];
    }

    /// <summary>Makes a given program: <c>increment, look | raise</c>.</summary>
    public SynchronisedProgram(string text)
    {
        var steps = SynchronisedSteps.Kinds.SelectMany(kind => kind).ToDictionary(s => s.Name);
        _threads =
        [
            .. text.Split(" | ")
                .Select(thread => thread.Split(", ").Select(name => steps[name]))
                .Select(thread => thread.Select(step => (step.Name, step.Take)).ToImmutableArray()),
        ];
    }

    /// <summary>What the threads of the latest run have seen, and what they have left behind.</summary>
    public string Outcome => _state.ToString();

    /// <summary>Runs all threads.</summary>
    /// <param name="together">What runs them at the same time.</param>
    /// <param name="pause">What each does before each step.</param>
    public void Run(Action<Action[]> together, Action pause)
    {
        _state = new SynchronisedState(_threads.Length);
        together([
            .. Enumerable.Range(0, _threads.Length).Select<int, Action>(i => () => Run(i, pause)),
        ]);
    }

    /// <summary>The steps of each thread.</summary>
    public override string ToString() =>
        string.Join(" | ", _threads.Select(steps => string.Join(", ", steps.Select(s => s.Name))));

    private void Run(int thread, Action pause)
    {
        var state = _state;
        foreach (var (_, take) in _threads[thread])
        {
            pause();
            try
            {
                take(state, thread);
            }
            catch (Exception e)
            {
                var cause = e is AggregateException { InnerException: { } inner } ? inner : e;
                state.See(thread, cause.GetType().Name);
            }
        }
    }
}
