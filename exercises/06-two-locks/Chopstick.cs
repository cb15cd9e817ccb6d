namespace Katas.TwoLocks;

/// <summary>One of the chopsticks on the round table, between two guests. Given: there is nothing to write here.</summary>
/// <param name="place">Its place on the table; no two chopsticks have the same.</param>
public sealed class Chopstick(int place)
{
    /// <summary>Its place on the table; no two chopsticks have the same.</summary>
    public int Place { get; } = place;

    /// <summary>Whoever holds this lock holds the chopstick.</summary>
    public Lock Gate { get; } = new();
}
