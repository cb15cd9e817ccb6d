namespace Katas.RamenShop;

/// <summary>Keeps book of who is busy until when, so that a planner does not have to. It decides nothing.</summary>
/// <param name="chefs">How many chefs there are; at least 1.</param>
/// <param name="burners">How many burners there are; at least 1.</param>
public sealed class Kitchen(int chefs, int burners)
{
    private const int WithABowl = int.MaxValue;

    private readonly int[] _chefFreeAt = new int[chefs];
    private readonly int[] _burnerFreeAt = new int[burners];
    private readonly Dictionary<(int Bowl, Work Work), Step> _started = [];
    private readonly List<Step> _steps = [];

    /// <summary>All steps that were started, in that order.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Whether a step of a bowl has started.</summary>
    public bool HasStarted(int bowl, Work work) => _started.ContainsKey((bowl, work));

    /// <summary>Whether a step of a bowl has started and is over.</summary>
    public bool IsDone(int bowl, Work work, int minute) =>
        _started.TryGetValue((bowl, work), out var step) && step.End <= minute;

    /// <summary>A chef who is free in this minute, or <see langword="null"/> when all are busy.</summary>
    public int? FreeChef(int minute) => Free(_chefFreeAt, minute);

    /// <summary>A burner that is free in this minute, or <see langword="null"/> when all are in use.</summary>
    public int? FreeBurner(int minute) => Free(_burnerFreeAt, minute);

    /// <summary>The chef of a bowl's boil, or <see langword="null"/> when it has not started or had no chef.</summary>
    public int? ChefOf(int bowl) => _started.GetValueOrDefault((bowl, Work.Boil))?.Chef;

    /// <summary>Starts a step: its chef and its burner are busy until it ends.</summary>
    /// <param name="step">The step.</param>
    /// <param name="chefStays">Whether the chef stays with the bowl after the step, and is free only after a later step of it that says otherwise.</param>
    public void Start(Step step, bool chefStays = false)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.Burner is { } burner)
            _burnerFreeAt[burner - 1] = step.End;
        if (step.Chef is { } chef)
            _chefFreeAt[chef - 1] = chefStays ? WithABowl : step.End;
        _started.Add((step.Bowl, step.Work), step);
        _steps.Add(step);
    }

    private static int? Free(int[] freeAt, int minute) =>
        Array.FindIndex(freeAt, free => free <= minute) is var index and >= 0 ? index + 1 : null;
}
