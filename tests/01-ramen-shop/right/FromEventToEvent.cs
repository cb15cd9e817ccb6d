// right: jumps from one end of a step to the next, with pools of free chefs and burners, and lists the steps in another order
namespace Katas.RamenShop;

public static class Planner
{
    public static IReadOnlyList<Step> Plan(int bowls, int chefs, int burners, bool overlap)
    {
        var freeChefs = new Stack<int>(Enumerable.Range(1, chefs));
        var freeBurners = new Stack<int>(Enumerable.Range(1, burners));
        var waiting = new SortedSet<(int Bowl, Work Work)>();
        var running = new PriorityQueue<Step, int>();
        var ownChef = new Dictionary<int, int>();
        var donePartsOfCook = new int[bowls + 1];
        var plan = new List<Step>();
        for (var bowl = 1; bowl <= bowls; bowl++)
            waiting.Add((bowl, Work.Boil));

        for (var minute = 0; waiting.Count + running.Count > 0; )
        {
            while (TakeOne(minute)) { }
            minute = running.Peek().End;
            while (running.TryPeek(out var step, out var end) && end == minute)
            {
                running.Dequeue();
                Finish(step);
            }
        }
        plan.Reverse();
        return plan;

        bool TakeOne(int minute)
        {
            foreach (var (bowl, work) in waiting)
            {
                var needsBurner = work is Work.Boil or Work.Cook;
                var needsNewChef = overlap ? !needsBurner : work == Work.Boil;
                if (
                    (needsBurner && freeBurners.Count == 0)
                    || (needsNewChef && freeChefs.Count == 0)
                )
                    continue;
                int? burner = needsBurner ? freeBurners.Pop() : null;
                int? chef =
                    needsNewChef ? freeChefs.Pop()
                    : overlap ? null
                    : ownChef[bowl];
                if (!overlap)
                    ownChef[bowl] = chef!.Value;
                var step = new Step(bowl, work, minute, chef, burner);
                waiting.Remove((bowl, work));
                running.Enqueue(step, step.End);
                plan.Add(step);
                if (overlap && work == Work.Boil)
                    waiting.Add((bowl, Work.Prepare));
                return true;
            }
            return false;
        }

        void Finish(Step step)
        {
            if (step.Burner is { } burner)
                freeBurners.Push(burner);
            if (step.Chef is { } chef && (overlap || step.Work == Work.Serve))
                freeChefs.Push(chef);
            if (!overlap && step.Work != Work.Serve)
                waiting.Add((step.Bowl, step.Work + 1));
            else if (
                overlap
                && step.Work is Work.Boil or Work.Prepare
                && ++donePartsOfCook[step.Bowl] == 2
            )
                waiting.Add((step.Bowl, Work.Cook));
            else if (overlap && step.Work == Work.Cook)
                waiting.Add((step.Bowl, Work.Serve));
        }
    }
}
