namespace Katas.Corpus;

public static class LostUpdateOfARecord
{
    private readonly record struct Sum(int Orders, double Price);

    private sealed class Till
    {
        private readonly object _gate = new();
        private Sum _sum;

        public Sum Sum => _sum;

        public void Add(double price) => _sum = new(_sum.Orders + 1, _sum.Price + price);

        public void AddLocked(double price)
        {
            lock (_gate)
                Add(price);
        }
    }

    public static void Buggy()
    {
        var till = new Till();
        Run.Together(() => till.Add(8.5), () => till.Add(8.5));
        Run.Expect(till.Sum.Orders == 2, $"2 orders made {till.Sum}");
    }

    public static void Fixed()
    {
        var till = new Till();
        Run.Together(() => till.AddLocked(8.5), () => till.AddLocked(8.5));
        Run.Expect(till.Sum.Orders == 2, $"2 orders made {till.Sum}");
    }
}
