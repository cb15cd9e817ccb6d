using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>Explains a deadlock or a livelock: who holds what and waits for what, and where.</summary>
internal static class DeadlockExplanation
{
    public static string Summary(Failure failure)
    {
        if (failure.Fiber is { } running)
            return $"{running.Name} takes step after step and does not come to an end";
        var spinning = failure
            .Waits.Where(wait => wait.IsSpinning)
            .Select(wait => wait.Fiber.Name)
            .ToList();
        if (spinning.Count > 0)
            return $"{string.Join(" and ", spinning)} {(spinning.Count == 1 ? "goes" : "go")} round in a loop that nobody will end";
        var cycle = Cycle(failure.Waits);
        if (cycle.Count > 1)
            return $"{string.Join(" and ", cycle.Select(fiber => fiber.Name).Order(StringComparer.Ordinal))} wait for each other";
        var waiting = failure
            .Waits.Where(wait => !WaitsForOthersOnly(wait))
            .Select(wait => wait.Fiber.Name)
            .ToList();
        return $"{string.Join(" and ", waiting)} {(waiting.Count == 1 ? "waits" : "wait")} for something that nobody will do";
    }

    public static IEnumerable<string> Explain(Failure failure, Naming naming)
    {
        if (failure.Kind == FailureKind.MayNeverEnd)
        {
            yield return Hoisted(failure.Waits[0], naming);
            yield break;
        }
        foreach (var wait in failure.Waits)
        {
            if (WaitsForOthersOnly(wait))
                continue;
            var held = wait
                .Held.Select(held =>
                    $"{naming.Of(held.Lock)} (since {SiteMaps.Site(held.Site).Place})"
                )
                .ToList();
            var holds = held.Count == 0 ? "" : $"holds {string.Join(" and ", held)} and ";
            yield return $"{wait.Fiber.Name} {holds}{What(wait, failure.Fiber == wait.Fiber, naming)}";
        }
    }

    private static string Hoisted(Wait wait, Naming naming)
    {
        var place = SiteMaps.Site(wait.Operation.Site).Place;
        var names = string.Join(" and ", wait.Watched.Select(naming.Of));
        return $"{wait.Fiber.Name} looks at {names} in a loop ({place}) with ordinary reads, and adjacent ordinary reads may become one: make it volatile, read it with Volatile.Read, or take a lock inside the loop";
    }

    /// <summary>The names of what a loop may have read before it began.</summary>
    public static string HoistedReads(Failure failure, Naming naming) =>
        string.Join(" and ", failure.Waits[0].Watched.Select(naming.ShortOf));

    private static string What(Wait wait, bool isRunning, Naming naming)
    {
        var place = SiteMaps.Site(wait.Operation.Site).Place;
        var at = place.Length == 0 ? "" : $" ({place})";
        if (isRunning)
            return $"was last at {place}";
        if (wait.IsSpinning)
        {
            var watched = wait.Watched.Select(naming.Of).ToList();
            return watched.Count == 0
                ? $"goes round in a loop{at} that changes nothing"
                : $"goes round in a loop{at} that looks at {string.Join(" and ", watched)}; nobody is left to change {(watched.Count == 1 ? "it" : "them")}";
        }
        var what = naming.WithTask(WaitDescription.ToTake(wait.Operation), wait.Operation.Subject);
        var names = string.Join(
            ", ",
            new[] { wait.Operation.Location }
                .Concat(wait.Operation.Also ?? [])
                .OfType<Location>()
                .Select(naming.Of)
                .Where(name => name.Length > 0)
        );
        var target = names.Length > 0 ? $" {names}" : "";
        var holder =
            wait.For is { } other && wait.Operation.Wait == WaitKind.Lock
                ? $", held by {other.Name}"
                : "";
        return $"{what}{target}{at}{holder}";
    }

    private static bool WaitsForOthersOnly(Wait wait) =>
        wait.Operation.Wait is WaitKind.OwnThreads or WaitKind.AllThreads;

    private static List<Fiber> Cycle(IReadOnlyList<Wait> waits)
    {
        foreach (var start in waits)
        {
            var path = new List<Fiber>();
            for (
                var wait = start;
                wait is not null;
                wait = waits.FirstOrDefault(other => other.Fiber == wait.For)
            )
            {
                if (path.Contains(wait.Fiber))
                    return path[path.IndexOf(wait.Fiber)..];
                path.Add(wait.Fiber);
            }
        }
        return [];
    }
}
