// wrong: all numbers are one job, so one worker does them all
// fails: Answers_come_in_the_order_of_the_numbers, All_workers_are_at_work_at_the_same_time, Each_number_is_a_job, An_executor_with_other_answers_is_found_out, Each_executor_gets_a_row_with_its_time_in_the_order_given, Each_executor_runs_twice_and_no_more, The_first_run_on_an_executor_warms_it_up_and_is_not_timed, A_number_that_could_not_be_tested_has_no_answer, The_jobs_of_a_run_that_is_cancelled_are_asked_to_stop, A_comparison_that_is_cancelled_ends, A_comparison_that_is_cancelled_begins_nothing_more, An_executor_with_other_answers_by_the_clock_is_found_out, Two_executors_of_one_name_have_a_row_each, A_clock_may_tick_a_thousand_times_a_second
// says: "one job for each number"
using Katas.Harness.Executors;

namespace Katas.PrimeLab;

public static class Primes
{
    public static bool IsPrime(long number, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (number < 4)
            return number is 2 or 3;
        return number % 2 != 0
            && !HasDivisor(new Divisors(number, 3, Root(number)), cancellationToken);
    }

    public static Task<bool[]> Run(
        IExecutor executor,
        IReadOnlyList<long> numbers,
        CancellationToken cancellationToken = default
    )
    {
        return executor.Submit(
            (all, token) => all.Select(number => IsPrime(number, token)).ToArray(),
            numbers,
            cancellationToken
        );
    }

    public static async Task<bool> IsPrimeSplit(
        long number,
        IExecutor pool,
        CancellationToken cancellationToken = default
    )
    {
        if (number < 4 || number % 2 == 0)
            return number is 2 or 3;
        using var found = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var searches = Split(number, pool.Workers)
            .Select(part => pool.Submit(HasDivisor, part, found.Token))
            .ToArray();
        try
        {
            await foreach (var search in Task.WhenEach(searches))
            {
                if (await search)
                    return false;
            }
            return true;
        }
        finally
        {
            await found.CancelAsync();
        }
    }

    private static IEnumerable<Divisors> Split(long number, int parts)
    {
        var count = (Root(number) - 1) / 2;
        for (var i = 0; i < parts; i++)
        {
            var first = count * i / parts;
            var behind = count * (i + 1) / parts;
            if (first < behind)
                yield return new Divisors(number, 3 + 2 * first, 3 + 2 * (behind - 1));
        }
    }

    private static bool HasDivisor(Divisors part, CancellationToken cancellationToken)
    {
        var looks = 0;
        for (var divisor = part.First; divisor <= part.Last; divisor += 2)
        {
            if (part.Number % divisor == 0)
                return true;
            if (++looks % 50_000 == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }
        return false;
    }

    private static long Root(long number)
    {
        var root = (long)Math.Sqrt(number);
        while (root > number / root)
            root--;
        while (root + 1 <= number / (root + 1))
            root++;
        return root;
    }

    private sealed record Divisors(long Number, long First, long Last);
}
