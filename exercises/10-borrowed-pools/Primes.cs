namespace Katas.BorrowedPools;

/// <summary>Work for a processor.</summary>
public static class Primes
{
    /// <summary>Whether a number is prime, by trial division.</summary>
    /// <param name="number">Any number; those below 2 are not prime.</param>
    public static bool IsPrime(int number)
    {
        if (number < 2 || (number % 2 == 0 && number != 2))
            return false;
        for (var divisor = 3L; divisor * divisor <= number; divisor += 2)
        {
            if (number % divisor == 0)
                return false;
        }
        return true;
    }
}
