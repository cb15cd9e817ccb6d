// wrong: only zero workers are refused
// fails: No_workers_are_a_mistake_of_the_caller
// says: "Look at which numbers are refused"
using System.Runtime.ExceptionServices;

namespace Katas.LostOrders;

/// <summary>Counts the evening's orders with several threads.</summary>
public static class Tally
{
    /// <summary>
    /// Kata 4. Counts the orders that are wanted. Starts the threads, gives each its share of the orders, and waits for all. The threads do not
    /// get in each other's way: each counts for itself, and they meet at most once each, at the end, never for each order.
    /// </summary>
    /// <param name="orders">The orders; there may be fewer than workers, or none.</param>
    /// <param name="isWanted">Says of an order whether it counts. The workers call it, each for its own share, at the same time.</param>
    /// <param name="workers">How many threads to start.</param>
    /// <returns>How many orders are wanted.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is less than 1.</exception>
    public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfZero(workers);
        var totals = new int[workers];
        ExceptionDispatchInfo? failure = null;
        var threads = new List<Thread>();
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            var thread = new Thread(() =>
            {
                try
                {
                    totals[worker] = CountShare(orders, isWanted, worker, workers);
                }
                catch (Exception e)
                {
                    // An exception that leaves a thread ends the program, so it is carried over (chapter 3). Several may fail; one is thrown.
                    Volatile.Write(ref failure, ExceptionDispatchInfo.Capture(e));
                }
            });
            thread.Start();
            threads.Add(thread);
        }

        foreach (var thread in threads)
            thread.Join();
        failure?.Throw();
        return totals.Sum();
    }

    /// <summary>With n workers, every n-th order from the worker's own number on: together, the shares are all orders.</summary>
    private static int CountShare(
        IReadOnlyList<string> orders,
        Func<string, bool> isWanted,
        int worker,
        int workers
    )
    {
        // A local variable is on this thread's stack: nobody else can reach it, so it needs no lock.
        var count = 0;
        for (var i = worker; i < orders.Count; i += workers)
        {
            if (isWanted(orders[i]))
                count++;
        }
        return count;
    }
}
