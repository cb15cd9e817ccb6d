using System.Text.Json;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.PrimeLab;

[Kata(3, typeof(Primes), nameof(Primes.IsPrimeSplit))]
public class IsPrimeSplitTests
{
    /// <summary>3 divides it, which one worker sees at once; the others have hundreds of millions of divisors each to try.</summary>
    private const long EasyForOneWorker = 9223372036854775797;

    [Test]
    public async Task Every_small_number_is_judged_as_by_one_worker(
        [Values(1, 2, 3, 7)] int workers
    )
    {
        await using var pool = new ObservedPool(workers);

        var wrong = new List<long>();
        for (var number = -3L; number <= 600; number++)
        {
            if (await Primes.IsPrimeSplit(number, pool) != IsPrimeByCounting(number))
                wrong.Add(number);
        }

        Assert.That(
            wrong,
            Is.Empty,
            $"With {workers} workers these numbers are judged wrongly. Look at the ends of the parts: is every odd number up to the root in one of them?"
        );
    }

    [TestCase(99999820000081, false)]
    [TestCase(281476419553081, false)]
    [TestCase(112272535095293, true)]
    [TestCase(long.MaxValue, false)]
    [TestCase(long.MinValue, false)]
    public async Task Large_numbers_are_judged_rightly(long number, bool isPrime)
    {
        await using var pool = new ObservedPool(3);

        Assert.That(
            await Primes.IsPrimeSplit(number, pool),
            Is.EqualTo(isPrime),
            "99999820000081 is 9999991 times 9999991, 281476419553081 is 16777259 times 16777259, 112272535095293 is prime, and 7 divides the largest long. Look at the last part: does it end with the root?"
        );
    }

    [Test]
    public async Task The_root_may_be_larger_than_an_int()
    {
        const long LastInt = 2147483647;
        const long NextPrime = 2147483659;

        // Who cuts the work in another way than the two that are tried here does not find it, and is asked no more.
        if (await IsRootFound(LastInt) is not true)
            return;

        Assert.That(
            await IsRootFound(NextPrime),
            Is.Not.False,
            $"{NextPrime * NextPrime} is {NextPrime} times {NextPrime}, and nobody found that divisor, which is larger than any int. Look at the type of the root, and of what is tried."
        );
    }

    [Test]
    public void The_parts_of_the_largest_prime_end_with_its_root()
    {
        const int Workers = 4096;
        const long Largest = 9223372036854775783;
        using var end = new CancellationTokenSource();
        var executor = new FewPartsExecutor(Workers, Workers - 1);

        var hasEnded = true;
        var isPrime = false;
        try
        {
            isPrime = HangGuard.Run(
                () => Primes.IsPrimeSplit(Largest, executor, end.Token).GetAwaiter().GetResult(),
                "two parts to be searched"
            );
        }
        catch (ProbeException)
        {
            hasEnded = false;
        }
        finally
        {
            end.Cancel();
        }

        Assert.That(
            hasEnded,
            Is.True,
            $"Of {Workers} parts two were searched, some 370,000 candidates each, and that has not ended. Look at whether a part is only a part, and whether it ends with the root: the square of 3037000501 is larger than any long, and comes round as less than 0."
        );
        Assert.That(isPrime, Is.True, $"{Largest} is prime. Look at where a part ends.");
    }

    [Test]
    public async Task All_workers_search_at_the_same_time()
    {
        var together = new Rendezvous(
            3,
            "three workers to search the same number at the same time",
            Limits.Probe
        );
        await using var pool = new ObservedPool(3) { Started = _ => together.Meet() };

        await Primes.IsPrimeSplit(1000003, pool);

        Assert.That(together.HasMet, Is.True, "Expected three workers to be inside a job at once.");
    }

    [TestCase(1018081, "1009 times 1009")]
    [TestCase(1022117, "1009 times 1013")]
    public async Task Each_divisor_is_in_one_part_only(long number, string product)
    {
        await using var ofPrime = new ThoroughExecutor(3);
        await using var ofProduct = new ThoroughExecutor(3);

        await Primes.IsPrimeSplit(1000003, ofPrime);
        await Primes.IsPrimeSplit(number, ofProduct);

        // 1000003 is prime, so all parts say that they have found nothing, in whatever way they do.
        var nothing = ofPrime.Results.Distinct(StringComparer.Ordinal).ToArray();
        var found = ofProduct.Results.Count(result => !nothing.Contains(result));
        Assert.That(
            nothing.Length != 1 || found <= 1,
            Is.True,
            $"{number} is {product}, so there is one divisor up to its root, and {found} of {ofProduct.Results.Count} parts have found it. Expected each odd number to be in one part only: whoever searches what another searches is no help. Look at the step."
        );
    }

    [TestCase(1000003, true)]
    [TestCase(1022117, false)]
    public async Task What_a_job_is_given_and_gives_can_travel_as_JSON(long number, bool isPrime)
    {
        await using var executor = new ThoroughExecutor(3);

        bool? answer = null;
        var problem = "";
        try
        {
            answer = await Primes.IsPrimeSplit(number, executor);
        }
        catch (Exception e)
            when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            problem = $" ({e.Message})";
        }

        Assert.That(
            answer,
            Is.EqualTo(isPrime),
            $"A job's argument and its result were written as JSON and read again, as they are for a worker process, and did not come out as they went in{problem}. Look at their types: what they tell has to be public, and settable or in the constructor."
        );
    }

    [Test]
    public async Task When_one_finds_a_divisor_the_others_are_asked_to_stop()
    {
        using var end = new CancellationTokenSource();
        var together = new Rendezvous(
            3,
            "three workers to search the same number at the same time",
            Limits.Probe
        );
        await using var pool = new ObservedPool(3)
        {
            Started = job =>
            {
                if (job.Number < 3)
                    together.Meet();
            },
        };

        var isPrime = await Primes.IsPrimeSplit(EasyForOneWorker, pool, end.Token);
        var left = pool.Jobs.Count(job => !job.HasEnded && !job.IsAskedToStop);
        await end.CancelAsync();

        Assert.That(isPrime, Is.False, "3 divides 9223372036854775797.");
        Assert.That(
            left,
            Is.Zero,
            "The answer was known, and some jobs were still searching without having been asked to stop. Look at the token that the jobs are given, and at who cancels it before the answer is returned."
        );
    }

    [Test]
    public async Task A_divisor_is_heard_of_while_another_worker_still_searches()
    {
        // Somebody holds the job that was submitted first; an answer that begins with the last part gets a second chance.
        var answered = await IsAnsweredWhileHeld(0) || await IsAnsweredWhileHeld(1);

        Assert.That(
            answered,
            Is.True,
            "One worker had found a divisor while another was held, and no answer came. Look at which of the workers is waited for."
        );
    }

    [Test]
    public async Task A_cancelled_search_ends_as_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await using var pool = new ObservedPool(2) { Started = _ => cancellation.Cancel() };

        await Assert.CatchAsync<OperationCanceledException>(
            () => Primes.IsPrimeSplit(1000000000000037, pool, cancellation.Token),
            "Expected a search whose token was cancelled to end with an OperationCanceledException. Look at whether the caller's token reaches the jobs, and at what becomes of their cancellation."
        );
    }

    // Two that have begun end by themselves, and not as jobs that the pool drops.
    [Test]
    public async Task A_search_that_is_cancelled_while_all_workers_are_at_it_has_no_answer()
    {
        using var cancellation = new CancellationTokenSource();
        var together = new Rendezvous(2, "two workers to search at the same time", Limits.Probe);
        await using var pool = new ObservedPool(2)
        {
            Started = _ =>
            {
                together.Meet();
                cancellation.Cancel();
            },
        };

        await Assert.CatchAsync<OperationCanceledException>(
            () => Primes.IsPrimeSplit(1000000000000037, pool, cancellation.Token),
            "All workers were searching when the search was cancelled, and it answered all the same. A worker that was stopped has not searched its part to the end: expected an OperationCanceledException. Look at what a search returns that was asked to stop."
        );
    }

    [Test]
    public async Task The_jobs_of_a_search_that_is_cancelled_are_asked_to_stop()
    {
        using var cancellation = new CancellationTokenSource();
        using var end = new CancellationTokenSource();
        var together = new Rendezvous(2, "two workers to search at the same time", Limits.Probe);
        await using var pool = new ObservedPool(2)
        {
            Started = job =>
            {
                together.Meet();
                cancellation.Cancel();
                WaitHandle.WaitAny([job.Token.WaitHandle, end.Token.WaitHandle], Limits.Probe);
            },
        };

        var search = Primes.IsPrimeSplit(1000003, pool, cancellation.Token);
        var areAsked = await PolledWait.Until(
            () => pool.Jobs is { Count: >= 2 } jobs && jobs.All(job => job.IsAskedToStop),
            Limits.Return
        );
        await end.CancelAsync();
        await ((Task)search).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        Assert.That(
            areAsked,
            Is.True,
            "The search was cancelled while two workers were at it, and not all of them were asked to stop. Look at whether the caller's token reaches the jobs, or only IsPrimeSplit looks at it."
        );
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_search_that_did_not_end_well_proves_nothing(bool isCancellation)
    {
        await using var pool = new ObservedPool(2)
        {
            Started = job =>
            {
                if (job.Number == 1)
                    throw isCancellation
                        ? new OperationCanceledException("The worker gave up.")
                        : new InvalidOperationException("The worker crashed.");
            },
        };

        var search = Primes.IsPrimeSplit(1000003, pool);

        await Assert.CatchAsync(
            () => search,
            "One worker did not finish its part. Expected an exception and no answer: as long as a part is missing, nobody knows whether the number is prime."
        );
    }

    [Test]
    public async Task When_one_fails_the_others_are_asked_to_stop()
    {
        using var end = new CancellationTokenSource();
        var others = new Gate("the second worker to search", Limits.Probe);
        await using var pool = new ObservedPool(2)
        {
            Started = job =>
            {
                if (job.Number == 0)
                {
                    others.WaitForArrivals(1);
                    throw new InvalidOperationException("The worker crashed.");
                }
                others.Open();
                others.Wait();
                WaitHandle.WaitAny([job.Token.WaitHandle, end.Token.WaitHandle]);
            },
        };

        var search = Primes.IsPrimeSplit(1000003, pool, end.Token);
        var ended = await PolledWait.Await(search, Limits.Return);
        var left = pool.Jobs.Count(job => !job.HasEnded && !job.IsAskedToStop);
        await end.CancelAsync();

        await Assert.CatchAsync(() => search);
        Assert.That(
            (ended, left),
            Is.EqualTo((true, 0)),
            "One worker crashed while another searched. Expected the search to fail then, and the other worker to be asked to stop: nobody waits for it any more. Look at what is done on every way out."
        );
    }

    [Test]
    public async Task Two_searches_at_once_do_not_disturb_each_other()
    {
        var other = new Gate("the other search to end", Limits.Probe);
        await using var pool = new ObservedPool(2) { Started = _ => other.Wait() };
        await using var otherPool = new ObservedPool(2);

        Task<bool> search;
        try
        {
            search = HangGuard.Run(
                () => Primes.IsPrimeSplit(1018081, pool),
                "IsPrimeSplit to come back with a task while its jobs are held",
                limit: Limits.Return
            );
            other.WaitForArrivals(2);
            await Primes.IsPrimeSplit(91, otherPool);
        }
        finally
        {
            other.Open();
        }

        Assert.That(
            await search,
            Is.False,
            "1018081 is 1009 times 1009. While it was searched, another search ended, and so did this one. Look for what the two share: a static field, for example."
        );
    }

    [Test]
    public async Task The_pool_is_left_open_for_the_next_number()
    {
        await using var pool = new ObservedPool(2);

        await Primes.IsPrimeSplit(91, pool);

        Assert.That(
            await Primes.IsPrimeSplit(97, pool),
            Is.True,
            "97 is prime, and the pool was to be used again. Look at what is left of the search before."
        );
    }

    /// <summary>1018081 is 1009 times 1009: only whoever tries the largest of the divisors finds one.</summary>
    private static async Task<bool> IsAnsweredWhileHeld(int held)
    {
        using var end = new CancellationTokenSource();
        using var answered = new ManualResetEventSlim();
        await using var pool = new ObservedPool(2)
        {
            Started = job =>
            {
                // Held until it is asked to stop, as a long search would be.
                if (job.Number == held)
                    WaitHandle.WaitAny([job.Token.WaitHandle, end.Token.WaitHandle]);
            },
        };

        var answer = Primes.IsPrimeSplit(1018081, pool, end.Token);
        try
        {
            return !await HangGuard.Finish(answer, "the answer");
        }
        catch (ProbeException)
        {
            return false;
        }
        finally
        {
            await end.CancelAsync();
        }
    }

    /// <summary>Asks for the square of a prime, and lets those search who have its root if the candidates are dealt out like cards from 3 on, or cut into ranges.</summary>
    /// <returns>Whether they have found it; nothing when that took too long to know.</returns>
    private static async Task<bool?> IsRootFound(long root)
    {
        const int Workers = 4096;
        using var end = new CancellationTokenSource(Limits.Return);
        await using var executor = new FewPartsExecutor(
            Workers,
            (int)((root - 3) / 2 % Workers),
            Workers - 1
        );
        try
        {
            return !await Primes.IsPrimeSplit(root * root, executor, end.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception e) when (e is not NotImplementedException)
        {
            return false;
        }
    }

    private static bool IsPrimeByCounting(long number) =>
        number > 1 && Enumerable.Range(1, (int)number).Count(divisor => number % divisor == 0) == 2;
}
