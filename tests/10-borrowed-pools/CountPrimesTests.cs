using System.Collections.Concurrent;
using Katas.Harness.Testing;

namespace Katas.BorrowedPools;

[Kata(2, typeof(Counting), nameof(Counting.CountPrimes))]
public class CountPrimesTests
{
    [TestCase(0, 1000, 168)]
    [TestCase(-5, 3, 1)]
    [TestCase(7, 8, 1)]
    [TestCase(24, 29, 0)]
    [TestCase(99_990, 100_010, 2)]
    [TestCase(int.MaxValue - 20, int.MaxValue, 1)]
    public void The_primes_of_a_range_are_counted(int from, int to, int expected)
    {
        var count = Counting.CountPrimes(from, to, degree: 2, Primes.IsPrime);

        Assert.That(
            count,
            Is.EqualTo(expected),
            $"The primes from {from} up to, but not including, {to}. Look at the first and the last number of each share."
        );
    }

    [TestCase(11, 11)]
    [TestCase(10, 5)]
    public void A_range_without_numbers_has_no_primes(int from, int to) =>
        Assert.That(
            Counting.CountPrimes(from, to, degree: 2, Primes.IsPrime),
            Is.Zero,
            $"There are no numbers from {from} up to, but not including, {to}."
        );

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(200)]
    public void Every_number_is_tested_once_whatever_the_degree(int degree)
    {
        var tested = new ConcurrentBag<int>();

        Counting.CountPrimes(
            100,
            200,
            degree,
            number =>
            {
                tested.Add(number);
                return true;
            }
        );

        Assert.That(
            tested.Order(),
            Is.EqualTo(Enumerable.Range(100, 100)),
            "Look for a remainder that no worker got, or a number that two got."
        );
    }

    [Test]
    public void As_many_as_allowed_run_at_once_and_never_more()
    {
        const int calls = 12;
        var probe = new DegreeProbe(degree: 3, calls);

        probe.Watch(() =>
            Counting.CountPrimes(
                0,
                calls,
                degree: 3,
                _ =>
                {
                    probe.Call();
                    return true;
                }
            )
        );
    }

    [Test]
    public void The_pool_is_handed_few_jobs_and_not_one_for_each_number()
    {
        const int numbers = 100_000;
        var before = ThreadPool.CompletedWorkItemCount;

        Counting.CountPrimes(0, numbers, degree: 4, number => number % 2 == 0);

        var jobs = ThreadPool.CompletedWorkItemCount - before;
        Assert.That(
            jobs,
            Is.LessThan(numbers / 20),
            $"{jobs} jobs went through the pool for {numbers} numbers. Handing over a job takes longer than testing a number: give each worker many."
        );
    }
}
