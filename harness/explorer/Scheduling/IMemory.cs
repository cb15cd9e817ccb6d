namespace Katas.Harness.Explorer.Scheduling;

/// <summary>A memory weaker than a sequentially consistent one: which write a read returns is a choice.</summary>
internal interface IMemory
{
    /// <summary>How the latest step took effect.</summary>
    WeakStep Step { get; }

    /// <summary>Whether some effects were not among the options, to keep the search finite.</summary>
    bool LeftSomeOut { get; }

    /// <summary>Forgets all writes: the only fiber knows them all.</summary>
    void Reset();

    /// <summary>A fiber knows what another has known so far: it was started by it, or has waited for its end.</summary>
    void Join(Fiber fiber, Fiber other);

    /// <summary>Completes the latest access before anything else happens.</summary>
    void Settle();

    /// <summary>In how many ways the step that the fiber is about to take can take effect; 0 when it is no access to memory.</summary>
    int CountOptions(Fiber fiber, OperationKind kind);

    /// <summary>Whether an option is there only because of an event from <paramref name="index"/> on.</summary>
    bool IsNewSince(int option, int index);

    /// <summary>Takes the step.</summary>
    void Take(Fiber fiber, OperationKind kind, int option);

    /// <summary>The step has become an event.</summary>
    void RecordEvent(Fiber fiber, int index);

    /// <summary>What the fiber read, as a number for comparison with <see cref="Location.Version"/>; <see langword="null"/> when it was the location's own.</summary>
    int? VersionRead { get; }

    /// <summary>From now on the fiber sees what is newest at a location: no write stays unseen for ever by a fiber that looks again and again.</summary>
    void CatchUp(Fiber fiber, Location location);

    /// <summary>What an access of the program to a variable of this type returns.</summary>
    /// <param name="fiber">Who reads.</param>
    /// <param name="value">The value in memory, the newest.</param>
    T Load<T>(Fiber fiber, T value);

    /// <summary>No access that follows comes before a read that the fiber has made: what its ordinary reads have come across it sees from now on.</summary>
    void OrderReads(Fiber fiber);

    /// <summary>No write that follows comes before an access that the fiber has made: whoever acquires from such a write sees what the fiber has seen.</summary>
    void OrderWrites(Fiber fiber);

    /// <summary>A reference was read from a field of an object that nobody changes.</summary>
    void Follow(Fiber fiber, object owner, object value);
}
