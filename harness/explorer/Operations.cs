using Katas.Harness.Explorer.Linearizability;

namespace Katas.Harness.Explorer;

/// <summary>
/// What threads may call on an object, for <see cref="Explorer.Linearizable{T}"/>: the operations, and either the threads that call them or
/// bounds for threads that are made up.
/// </summary>
/// <typeparam name="T">The type of the object.</typeparam>
public sealed class Operations<T>
{
    private readonly List<NamedOperation<T>> _all = [];
    private readonly List<IReadOnlyList<NamedOperation<T>>> _threads = [];

    /// <summary>The threads that were given; none when they are to be made up.</summary>
    internal IReadOnlyList<IReadOnlyList<NamedOperation<T>>> Threads => _threads;

    /// <summary>All operations.</summary>
    internal IReadOnlyList<NamedOperation<T>> All => _all;

    /// <summary>The bounds of what is made up.</summary>
    internal (int Threads, int Calls, int Scenarios) Bounds { get; private set; } = (2, 2, 50);

    /// <summary>Adds an operation that gives a result: a value, or a task that is waited for.</summary>
    /// <param name="name">Its name in reports, unique: <c>push 1</c>.</param>
    /// <param name="call">The call. An exception that leaves it is its result, too.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public Operations<T> Operation(string name, Func<T, object?> call)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(call);
        if (_all.Exists(known => known.Name == name))
            throw new ArgumentException(
                $"There are two operations '{name}'. Give each a name of its own.",
                nameof(name)
            );
        _all.Add(new(name, call));
        return this;
    }

    /// <summary>Adds an operation without a result.</summary>
    /// <param name="name">Its name in reports, unique: <c>push 1</c>.</param>
    /// <param name="call">The call. An exception that leaves it is its result.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public Operations<T> Operation(string name, Action<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Operation(
            name,
            target =>
            {
                call(target);
                return Nothing.Value;
            }
        );
    }

    /// <summary>Adds a thread that calls these operations one after the other.</summary>
    /// <param name="names">The names of the operations, in order.</param>
    /// <exception cref="ArgumentException">No operation has such a name.</exception>
    public Operations<T> Thread(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _threads.Add([.. names.Select(Find)]);
        return this;
    }

    /// <summary>Says how far to go with threads that are made up: few and short ones first, each time other ones.</summary>
    /// <param name="threads">The most threads; at least 2.</param>
    /// <param name="calls">The most calls of one thread; at least 1.</param>
    /// <param name="scenarios">The most different scenarios; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public Operations<T> AtMost(int threads, int calls, int scenarios)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(scenarios, 1);
        Bounds = (threads, calls, scenarios);
        return this;
    }

    private NamedOperation<T> Find(string name) =>
        _all.Find(operation => operation.Name == name)
        ?? throw new ArgumentException(
            $"There is no operation '{name}'. There are: {string.Join(", ", _all.Select(known => $"'{known.Name}'"))}.",
            nameof(name)
        );
}
