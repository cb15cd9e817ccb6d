using System.Globalization;

namespace Katas.Harness.Probes;

/// <summary>What to call the running thread in a message.</summary>
internal static class ThreadLabel
{
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

    public static string List(IReadOnlyCollection<string> labels) =>
        labels.Count == 0 ? "nobody" : string.Join(", ", labels);
}
