// wrong: counts the bowls from 1 to the one before the last
// fails: Every_bowl_gets_its_four_steps, Nothing_waits_while_all_it_needs_is_free, Plans_of_several_kitchens_look_like_this
// may fail: A_step_keeps_busy_what_it_needs_and_no_more, No_step_starts_before_what_it_stands_on, A_chef_does_one_thing_at_a_time, A_burner_heats_one_pot_at_a_time, A_chef_who_does_not_overlap_stays_with_the_bowl, The_older_order_goes_first
// fails: An_evening_of_more_than_a_day_is_planned_to_its_end
// says: "look at Boil of bowl"
namespace Katas.RamenShop;

public static class Planner
{
    public static IReadOnlyList<Step> Plan(int bowls, int chefs, int burners, bool overlap)
    {
        var kitchen = new Kitchen(chefs, burners, overlap);
        for (var minute = 0; kitchen.Steps.Count < (bowls - 1) * Recipe.Steps.Count; minute++)
        {
            for (var bowl = 1; bowl < bowls; bowl++)
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
                return;

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

        private static int FreeAt(int[] freeAt, int minute) =>
            Array.FindIndex(freeAt, free => free <= minute) + 1;
    }
}
