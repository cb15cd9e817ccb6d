namespace Katas.RamenShop;

/// <summary>Says who does what when.</summary>
public static class Planner
{
    /// <summary>
    /// Kata 4. Plans an evening: every step of every bowl, with the chef and the burner it keeps busy.
    /// </summary>
    /// <remarks>
    /// <para>All orders are there at minute 0. A bowl cooks when it is boiled and prepared, and is served when it is cooked.</para>
    /// <para>With overlap, a bowl may be prepared as soon as its water is on the burner; boiling and cooking need no chef, and any free chef
    /// takes the next step. Without overlap, one chef does the four steps of a bowl one after the other, stands by while it boils, cooks or
    /// waits for a burner, and is free for another bowl only when it is served.</para>
    /// <para>A chef and a burner do one thing at a time, and what has started is finished. Every step starts as soon as it can; where two
    /// bowls want the same chef or burner, the older order (the lower number) goes first. Which of several free chefs or burners is taken
    /// does not matter.</para>
    /// </remarks>
    /// <param name="bowls">How many bowls are ordered; 0 or more.</param>
    /// <param name="chefs">How many chefs there are; at least 1.</param>
    /// <param name="burners">How many burners there are; at least 1.</param>
    /// <param name="overlap">Whether a chef turns to another bowl while one boils or cooks.</param>
    /// <returns>Four steps a bowl, in any order.</returns>
    public static IReadOnlyList<Step> Plan(int bowls, int chefs, int burners, bool overlap)
    {
        var kitchen = new Kitchen(chefs, burners, overlap);
        for (var minute = 0; kitchen.Steps.Count < bowls * Recipe.Steps.Count; minute++)
        {
            for (var bowl = 1; bowl <= bowls; bowl++) // the older order is asked first
            {
                foreach (var work in Recipe.Steps)
                    kitchen.TryStart(bowl, work, minute);
            }
        }
        return kitchen.Steps;
    }

    private sealed class Kitchen(int chefs, int burners, bool overlap)
    {
        private const int WithABowl = int.MaxValue;

        private readonly int[] _chefFreeAt = new int[chefs];
        private readonly int[] _burnerFreeAt = new int[burners];
        private readonly Dictionary<(int Bowl, Work Work), Step> _started = [];

        public List<Step> Steps { get; } = [];

        public void TryStart(int bowl, Work work, int minute)
        {
            if (_started.ContainsKey((bowl, work)) || !IsReady(bowl, work, minute))
                return;
            int? burner = Recipe.NeedsBurner(work) ? FreeAt(_burnerFreeAt, minute) : null;
            int? chef =
                overlap && !Recipe.NeedsHands(work) ? null
                : overlap || work == Work.Boil ? FreeAt(_chefFreeAt, minute)
                : _started[(bowl, Work.Boil)].Chef;
            if (burner == 0 || chef == 0)
                return; // what it needs is taken: it asks again in the next minute

            var step = new Step(bowl, work, minute, chef, burner);
            if (burner is { } b)
                _burnerFreeAt[b - 1] = step.End;
            if (chef is { } c)
                _chefFreeAt[c - 1] = overlap || work == Work.Serve ? step.End : WithABowl;
            _started.Add((bowl, work), step);
            Steps.Add(step);
        }

        private bool IsReady(int bowl, Work work, int minute) =>
            work switch
            {
                Work.Boil => true,
                Work.Prepare when overlap => _started.ContainsKey((bowl, Work.Boil)),
                Work.Prepare => IsDone(bowl, Work.Boil, minute),
                Work.Cook => IsDone(bowl, Work.Boil, minute) && IsDone(bowl, Work.Prepare, minute),
                _ => IsDone(bowl, Work.Cook, minute),
            };

        private bool IsDone(int bowl, Work work, int minute) =>
            _started.TryGetValue((bowl, work), out var step) && step.End <= minute;

        /// <summary>The number, from 1, of one that is free; 0 when all are taken.</summary>
        private static int FreeAt(int[] freeAt, int minute) =>
            Array.FindIndex(freeAt, free => free <= minute) + 1;
    }
}
