using Katas.Harness.Testing;

namespace Katas.PrimeLab;

[Kata(1, typeof(Primes), nameof(Primes.IsPrime))]
public class IsPrimeTests
{
    [Test]
    public void Every_number_up_to_ten_thousand_is_judged_rightly()
    {
        const int limit = 10_000;
        var isProduct = new bool[limit + 1];
        for (var factor = 2; factor <= limit; factor++)
        {
            for (var product = 2 * factor; product <= limit; product += factor)
                isProduct[product] = true;
        }

        var wrong = Enumerable
            .Range(2, limit - 1)
            .Where(number => Primes.IsPrime(number) == isProduct[number])
            .Take(10);

        Assert.That(
            wrong,
            Is.Empty,
            "These numbers are judged wrongly. Of each, ask which divisors are tried: 2, every odd number, and the root itself."
        );
    }

    [TestCase(341, 11)]
    [TestCase(561, 3)]
    [TestCase(3215031751, 151)]
    [TestCase(341550071728321, 10670053)]
    [TestCase(3825123056546413051, 149491)]
    public void What_only_looks_like_a_prime_is_none(long number, long divisor) =>
        Assert.That(
            Primes.IsPrime(number),
            Is.False,
            $"{divisor} divides {number}. A quick test by powers, or by a few small divisors, takes it for a prime."
        );

    [TestCase(1)]
    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(-7)]
    [TestCase(long.MinValue)]
    public void What_is_less_than_two_is_not_prime(long number) =>
        Assert.That(
            Primes.IsPrime(number),
            Is.False,
            $"The first prime is 2, so {number} is none."
        );

    [TestCase(9, 3)]
    [TestCase(25, 5)]
    [TestCase(49, 7)]
    [TestCase(62710561, 7919)]
    [TestCase(99999820000081, 9999991)]
    [TestCase(281476419553081, 16777259)]
    public void The_square_of_a_prime_is_not(long number, long root) =>
        Assert.That(
            Primes.IsPrime(number),
            Is.False,
            $"{number} is {root} times {root}. Look at whether the root itself is tried, and whether it is computed exactly: a float has seven digits."
        );

    [TestCase(2147483647, true)]
    [TestCase(2147483659, true)]
    [TestCase(2148229801, false)]
    [TestCase(4294967291, true)]
    public void Numbers_around_the_limits_of_int_are_judged_rightly(long number, bool isPrime) =>
        Assert.That(
            Primes.IsPrime(number),
            Is.EqualTo(isPrime),
            $"{number} is {(isPrime ? "prime" : "46349 times 46349")}. Its root is beyond 46340, whose square is the last that an int can hold."
        );

    [Test]
    public void The_largest_long_is_not_prime() =>
        Assert.That(
            Primes.IsPrime(long.MaxValue),
            Is.False,
            "7 divides 9223372036854775807. Look at how far its divisors are tried: is the root of so large a number computed rightly?"
        );

    [Test]
    public void Divisors_are_tried_up_to_the_root_and_no_further() =>
        Assert.That(
            Primes.IsPrime(112272535095293),
            Is.True,
            "112272535095293 is prime, and 5.3 million divisions show it."
        );

    [Test]
    public void A_long_test_stops_when_it_is_asked_to()
    {
        // It is prime, and some 300 million divisions away from saying so.
        const long Large = 400000000000000013;
        using var soon = new CancellationTokenSource();

        Assert.Catch<OperationCanceledException>(
            () =>
            {
                // Here and not before, so that the search is under way by then, even on a machine that has much else to do.
                soon.CancelAfter(TimeSpan.FromMilliseconds(200));
                Primes.IsPrime(Large, soon.Token);
            },
            "Expected a test that was asked to stop to end with an OperationCanceledException. Look for a loop that does not look at its token now and then."
        );
    }

    [Test]
    public void A_test_that_is_asked_to_stop_beforehand_does_not_begin() =>
        Assert.Catch<OperationCanceledException>(
            () => Primes.IsPrime(7, new CancellationToken(canceled: true)),
            "Expected no answer from a test whose token was cancelled before it began."
        );
}
