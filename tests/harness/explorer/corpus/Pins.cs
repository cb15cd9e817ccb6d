namespace Katas.Corpus;

public static class LostUpdateBesideAPin
{
    // What is done through a pointer is not seen; a method that has one is explored all the same.
    private static unsafe int Sum(int[] numbers)
    {
        var sum = 0;
        fixed (int* first = &numbers[0])
        {
            for (var i = 0; i < numbers.Length; i++)
                sum += first[i];
        }
        return sum;
    }

    private static void Use(bool interlocks)
    {
        var total = 0;
        void Add()
        {
            var sum = Sum([1, 2]);
            if (interlocks)
                Interlocked.Add(ref total, sum);
            else
                total += sum;
        }
        Run.Together(Add, Add);
        Run.Expect(total == 6, $"3 and 3 made {total}");
    }

    public static void Buggy() => Use(false);

    public static void Fixed() => Use(true);
}
