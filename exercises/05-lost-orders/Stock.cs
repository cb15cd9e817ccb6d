namespace Katas.LostOrders;

/// <summary>What is left of tonight's broth, in portions. Several waiters sell from it at the same time.</summary>
/// <param name="portions">How many portions there are in the beginning; not negative.</param>
public sealed class Stock(int portions)
{
    private int _left = portions;

    /// <summary>How many portions are left; never less than none. Any thread may ask at any time.</summary>
    public int Left => _left;

    /// <summary>
    /// Kata 2. Takes the portions that are wanted if that many are left, and takes none if not. Any number of threads may call this at the same time: no
    /// portion is sold twice, and a waiter who gets nothing leaves everything for the others, at every moment.
    /// </summary>
    /// <param name="portions">How many portions are wanted; at least 1.</param>
    /// <returns><see langword="true"/> when they were taken.</returns>
    public bool TryTake(int portions)
    {
        // TODO: take the portions if they are there; then look at Left again.
        throw new NotImplementedException();
    }
}
