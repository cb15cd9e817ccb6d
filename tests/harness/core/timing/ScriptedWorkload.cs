using Katas.Harness.Executors;

namespace Katas.Harness.Timing;

/// <summary>A workload whose ways do what a test says, and write down when they run.</summary>
internal sealed class ScriptedWorkload : IWorkload
{
    private readonly Lock _lock = new();
    private readonly List<string> _log = [];

    /// <summary>What a way returns, by its name and how often it has run.</summary>
    public Func<string, int, object> Output { get; init; } = (_, _) => new[] { 1, 2, 3 };

    /// <summary>Every run, in order.</summary>
    public IReadOnlyList<string> Log => _log;

    public List<RecordedExecutor> Executors { get; } = [];

    public string Title => "scripted";

    public Variant Baseline => Way("A", 1);

    public IReadOnlyList<Action<CancellationToken>> Jobs { get; init; } = [];

    public IEnumerable<Variant> Variants(int workers) => [Way("B", workers), Way("C", workers)];

    private Variant Way(string name, int workers) =>
        Variant.On(
            name,
            workers,
            () =>
            {
                var executor = new RecordedExecutor(name);
                Executors.Add(executor);
                return executor;
            },
            (_, token) =>
            {
                token.ThrowIfCancellationRequested();
                lock (_lock)
                {
                    _log.Add(name);
                    return Task.FromResult(Output(name, _log.Count(one => one == name)));
                }
            }
        );

    /// <summary>A sequential executor that remembers that it was shut down.</summary>
    internal sealed class RecordedExecutor(string name) : IExecutor
    {
        private readonly SequentialExecutor _inner = new();

        public bool IsShutDown { get; private set; }

        public string Name => name;

        public int Workers => 1;

        public Task<TResult> Submit<TArgument, TResult>(
            Func<TArgument, CancellationToken, TResult> job,
            TArgument argument,
            CancellationToken cancellationToken = default
        ) => _inner.Submit(job, argument, cancellationToken);

        public IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
            Func<TArgument, CancellationToken, TResult> job,
            IEnumerable<TArgument> arguments,
            int chunkSize = 1,
            CancellationToken cancellationToken = default
        ) => _inner.Stream(job, arguments, chunkSize, cancellationToken);

        public Task Shutdown(bool cancelPending = false)
        {
            IsShutDown = true;
            return _inner.Shutdown(cancelPending);
        }

        public ValueTask DisposeAsync() => new(Shutdown());
    }
}
