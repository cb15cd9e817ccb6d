// right: looks through all workers for the first who is free; sizes tried from the largest down
namespace Katas.CuttingTheWork;

public static class Rota
{
    public static long Makespan(IReadOnlyList<int> costs, int workers, int chunk, int handOut = 0)
    {
        var freeAt = new long[workers];
        foreach (var items in costs.Chunk(Math.Min(chunk, Math.Max(costs.Count, 1))))
        {
            var first = Array.IndexOf(freeAt, freeAt.Min());
            freeAt[first] += handOut + items.Sum(cost => (long)cost);
        }
        return freeAt.Max();
    }

    public static int BestChunk(IReadOnlyList<int> costs, int workers, int handOut) =>
        Enumerable
            .Range(1, costs.Count)
            .Reverse()
            .MinBy(size => Makespan(costs, workers, size, handOut));
}
