using Katas.Harness.Testing;

namespace Katas.PrimeLab;

[Kata(1, typeof(Primes), nameof(Primes.IsPrime))]
public class IsPrimeTests
{
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(5)]
    [TestCase(7)]
    [TestCase(97)]
    [TestCase(7919)]
    public void Small_primes_are_prime(long number) =>
        Assert.That(Primes.IsPrime(number), Is.True, $"Only 1 and itself divide {number}.");

    [TestCase(4)]
    [TestCase(6)]
    [TestCase(15)]
    [TestCase(91)]
    [TestCase(7917)]
    public void Small_products_are_not(long number) =>
        Assert.That(
            Primes.IsPrime(number),
            Is.False,
            $"{number} has a divisor other than 1 and itself."
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
    public void The_square_of_a_prime_is_not(long number, long root) =>
        Assert.That(
            Primes.IsPrime(number),
            Is.False,
            $"{number} is {root} times {root}. Look at whether the root itself is tried."
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
