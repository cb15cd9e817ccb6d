using System.Globalization;

namespace Katas.Harness.Probes;

/// <summary>What to call the running thread in a message.</summary>
internal static class ThreadLabel
{
    private const int MostListed = 8;

    public static string Name
    {
        get
        {
            var id = string.Create(
                CultureInfo.InvariantCulture,
                $"thread {Environment.CurrentManagedThreadId}"
            );
            return Thread.CurrentThread.Name is { Length: > 0 } name ? $"{id} '{name}'" : id;
        }
    }

    /// <summary>The first of them, and how many more there are.</summary>
    public static string List(IReadOnlyCollection<string> labels)
    {
        if (labels.Count == 0)
            return "nobody";
        var some = string.Join(", ", labels.Take(MostListed));
        return labels.Count <= MostListed
            ? some
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{some} and {labels.Count - MostListed} more"
            );
    }
}
