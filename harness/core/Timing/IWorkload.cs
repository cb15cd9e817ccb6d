namespace Katas.Harness.Timing;

/// <summary>
/// What a chapter offers to <c>kata time</c>: one piece of work, and the ways to do it that are worth comparing.
/// </summary>
/// <remarks>
/// Put a public class with a parameterless constructor that implements it into <c>tests/NN-slug/timing/</c>; <c>kata time</c> finds every one
/// in the chapter's test assembly, built in Release against the folder that the user names. It calls the chapter's public members, so it
/// times the stubs, the solutions or anybody's answers alike. Nothing in it may print.
/// </remarks>
public interface IWorkload
{
    /// <summary>The work in a few words, for the heading of its table.</summary>
    string Title { get; }

    /// <summary>The work done by one worker: what every other way is measured against.</summary>
    Variant Baseline { get; }

    /// <summary>The other ways with so many workers. Called once for each number of workers.</summary>
    /// <param name="workers">How many workers; at least 1.</param>
    IEnumerable<Variant> Variants(int workers);

    /// <summary>
    /// The jobs of the work one by one, each as an action, so that their real costs can be measured and the schedule bound computed; none
    /// when the work can be divided at will.
    /// </summary>
    IReadOnlyList<Action<CancellationToken>> Jobs => [];
}
