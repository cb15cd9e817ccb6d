using System.Collections.Concurrent;
using Katas.Harness.Explorer;
using Katas.Harness.Explorer.Verdicts;
using Katas.Harness.Probes;
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
    [TestCase(int.MaxValue - 1, int.MaxValue, 0)]
    [TestCase(int.MinValue, int.MinValue + 20, 0)]
    public void The_primes_of_a_range_are_counted(int from, int to, int expected)
    {
        var count = Counting.CountPrimes(from, to, degree: 2, Within(from, to, Primes.IsPrime));

        Assert.That(
            count,
            Is.EqualTo(expected),
            $"The primes from {from} up to, but not including, {to}. Look at the first and the last number of each share."
        );
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(7)]
    public void The_largest_numbers_are_tested_however_many_there_are(int degree)
    {
        int[] widths = [.. Enumerable.Range(1, 40), 2_500, 100_003];

        var counts = widths.Select(width =>
            Counting.CountPrimes(
                int.MaxValue - width,
                int.MaxValue,
                degree,
                Within(int.MaxValue - width, int.MaxValue, _ => true)
            )
        );

        Assert.That(
            counts,
            Is.EqualTo(widths),
            "The last numbers below int.MaxValue, counted by a test that says yes to each. Look at the end of the last share, which may be a part of one, and at sums that are larger than an int."
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
    public void As_many_as_allowed_run_at_once_and_never_more() => AssertDegree(DegreeProbe.Large);

    [Test]
    public void A_degree_of_one_is_one_at_a_time() => AssertDegree(1);

    [TestCase(4, 9)]
    [TestCase(3, 4)]
    public void As_many_as_allowed_run_at_once_however_few_numbers_there_are(
        int degree,
        int numbers
    ) =>
        DegreeProbe.MeetAtOnce(
            degree,
            numbers,
            call => Counting.CountPrimes(0, numbers, degree, number => call(number) > 0)
        );

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

    [Test]
    public void No_prime_is_lost_when_two_workers_find_one_at_once()
    {
        try
        {
            Explorer.Check(TwoWorkersFindTwoPrimes, new ExplorerOptions { Schedules = 1_000 });
        }
        catch (NotModelledException)
        {
            // PLINQ: its partitions are not explored.
        }

        static void TwoWorkersFindTwoPrimes() =>
            Assert.That(
                Counting.CountPrimes(0, 2, degree: 2, _ => true),
                Is.EqualTo(2),
                "Two workers found a prime at the same moment, and each should count. Look below at who read the count before the other had written it: let each count for itself, and add in one step"
            );
    }

    [Test]
    public void A_test_may_count_in_its_turn()
    {
        using var pool = new FixedThreadPool(12);
        var alone = Counting.CountPrimes(0, 3, degree: 2, _ => true);

        var count = HangGuard.Run(
            () =>
                Counting.CountPrimes(
                    0,
                    3,
                    degree: 2,
                    number => Counting.CountPrimes(0, 10 + number, degree: 2, _ => true) > number
                ),
            "a CountPrimes whose test calls CountPrimes"
        );

        Assert.That(
            count,
            Is.EqualTo(alone),
            "The same numbers were counted twice, and the second time each test counted in its turn. Expected the same count. Look for what counts that are under way at once share: a static field, for example."
        );
    }

    [Test]
    public void A_range_may_be_wider_than_the_largest_int() =>
        Assert.That(
            Thrown(
                int.MinValue,
                int.MaxValue,
                number => throw new InvalidOperationException("the test that throws")
            ),
            Has.Member("the test that throws"),
            "From the least to the greatest int there are more numbers than an int can say. Look at to - from."
        );

    [Test]
    public void What_the_test_throws_reaches_the_caller() =>
        Assert.That(
            Thrown(
                0,
                100,
                number =>
                    number == 50 ? throw new OperationCanceledException("too hard") : number > 50
            ),
            Has.Member("too hard"),
            "The test of one number threw. Expected the caller to learn of it: a count without that number would be wrong."
        );

    [Test]
    public void What_the_last_one_at_work_throws_reaches_the_caller_too()
    {
        using var pool = new FixedThreadPool(4);
        var both = new Rendezvous(2, "two tests at once");

        var thrown = Thrown(
            0,
            2,
            number =>
            {
                both.Meet();
                if (number == 0)
                    return true;
                // Waits until the pool's other threads have nothing to do any more.
                FixedThreadPool.HasFree(pool.Threads - 1);
                throw new InvalidOperationException("too hard");
            }
        );

        Assert.That(
            thrown,
            Has.Member("too hard"),
            "One worker had already counted its numbers when the test of the other one threw. Expected the caller to learn of it. Look at whose exceptions are asked for."
        );
    }

    [Test]
    public void A_number_whose_test_throws_is_not_tested_again()
    {
        var tests = 0;

        Thrown(
            0,
            2,
            number =>
            {
                if (number != 1)
                    return true;
                tests++;
                throw new InvalidOperationException("too hard");
            }
        );

        Assert.That(
            tests,
            Is.EqualTo(1),
            "The test of one number threw. Expected no second test of it: every number is tested once. Look at what is done about an exception."
        );
    }

    /// <summary>A test for the numbers of a range only: a number beyond it ends a count that would go on without an end.</summary>
    private static Func<int, bool> Within(int from, int to, Func<int, bool> test) =>
        number =>
            number >= from && number < to
                ? test(number)
                : throw new AssertionException(
                    $"{number} was tested, which is not among the numbers from {from} up to, but not including, {to}. Look at the end of each share, and at sums that are larger than an int."
                );

    private static IEnumerable<string> Thrown(int from, int to, Func<int, bool> isPrime)
    {
        try
        {
            return [$"no exception, but a count of {Counting.CountPrimes(from, to, 2, isPrime)}"];
        }
        catch (AggregateException e)
        {
            return [.. e.Flatten().InnerExceptions.Select(inner => inner.Message)];
        }
        catch (Exception e)
        {
            return [e.Message];
        }
    }

    private static void AssertDegree(int degree)
    {
        var probe = new DegreeProbe(degree);

        probe.Watch(() =>
            Counting.CountPrimes(
                0,
                probe.Calls,
                degree,
                _ =>
                {
                    probe.Call();
                    return true;
                }
            )
        );
    }
}
