namespace Katas.Harness.Workbook;

/// <summary>Code as a chapter has it, whose lines the tests below look up.</summary>
public static class Sample
{
    public static int Stub(int bowls)
    {
        // TODO: cook.
        throw new NotImplementedException(); // stub
    }

    public static int Written(int bowls)
    { // written
        return bowls + 1;
    }

    public static async Task<int> WrittenAsync()
    { // written async
        await Task.Yield();
        return 1;
    }

    public static async Task<int> HalfAsync()
    {
        await Task.Yield();
        throw new NotImplementedException(); // half
    }

    public static IEnumerable<int> Throws() => throw new NotSupportedException(); // throws
}

/// <summary>A kata that is a whole type, generic at that.</summary>
public sealed class SampleQueue<T>
{
    private readonly List<T> _items = [];

    public void Add(T item) => _items.Add(item);

    public T Take() => throw new NotImplementedException(); // take
}
