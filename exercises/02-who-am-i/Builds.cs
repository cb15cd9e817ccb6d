namespace Katas.WhoAmI;

/// <summary>Eight ways to the same hundred numbers, 0 to 99. Which is fastest? Guess first.</summary>
public static class Builds
{
    private const int Count = 100;

    /// <summary>All eight, each under its own name.</summary>
    public static IReadOnlyList<Build> All { get; } =
    [
        new("array, filled in a loop", ArrayInALoop),
        new("list, Add in a loop", ListInALoop),
        new("list, with room from the start", ListWithRoom),
        new("Range.ToList", RangeToList),
        new("Select.ToArray", SelectToArray),
        new("yield, then ToList", YieldThenToList),
        new("linked list", LinkedNumbers),
        new("hash set", SetOfNumbers),
    ];

    private static int[] ArrayInALoop()
    {
        var numbers = new int[Count];
        for (var i = 0; i < Count; i++)
            numbers[i] = i;
        return numbers;
    }

    private static List<int> ListInALoop()
    {
        var numbers = new List<int>();
        for (var i = 0; i < Count; i++)
            numbers.Add(i);
        return numbers;
    }

    private static List<int> ListWithRoom()
    {
        var numbers = new List<int>(Count);
        for (var i = 0; i < Count; i++)
            numbers.Add(i);
        return numbers;
    }

    private static List<int> RangeToList() => Enumerable.Range(0, Count).ToList();

    private static int[] SelectToArray() => Enumerable.Range(0, Count).Select(n => n).ToArray();

    private static List<int> YieldThenToList() => Yielded().ToList();

    private static LinkedList<int> LinkedNumbers() => new(Enumerable.Range(0, Count));

    private static HashSet<int> SetOfNumbers() => Enumerable.Range(0, Count).ToHashSet();

    private static IEnumerable<int> Yielded()
    {
        for (var i = 0; i < Count; i++)
            yield return i;
    }
}
