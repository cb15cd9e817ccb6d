using Katas.Harness.Workbook.Memory;

namespace Katas.Harness.Cli.Watch;

/// <summary>What happens to a watch; it is handled one after the other.</summary>
internal abstract record WatchEvent
{
    /// <summary>A key was pressed.</summary>
    /// <param name="Key">Which.</param>
    public sealed record KeyPressed(ConsoleKeyInfo Key) : WatchEvent;

    /// <summary>Something in the chapter's folder may have changed.</summary>
    /// <param name="At">When it was first noticed: a timestamp of the clock.</param>
    public sealed record FilesTouched(long At) : WatchEvent;

    /// <summary>A run has ended.</summary>
    /// <param name="Number">Which run.</param>
    /// <param name="Memory">The verdicts.</param>
    public sealed record RunEnded(int Number, ChapterMemory Memory) : WatchEvent;

    /// <summary>A test under a debugger has ended.</summary>
    /// <param name="Number">Which run.</param>
    /// <param name="Memory">Its verdict.</param>
    public sealed record DebugEnded(int Number, ChapterMemory Memory) : WatchEvent;

    /// <summary>A run could not be done.</summary>
    /// <param name="Number">Which run.</param>
    /// <param name="Reason">Why, and what to do.</param>
    public sealed record RunFailed(int Number, string Reason) : WatchEvent;

    /// <summary>Something takes long, or has gone wrong beside the tests.</summary>
    /// <param name="Text">A sentence.</param>
    public sealed record Noticed(string Text) : WatchEvent;

    /// <summary>Another second of a run is over.</summary>
    public sealed record Ticked : WatchEvent;

    /// <summary>The terminal has another size, or comes back from something else.</summary>
    public sealed record Resized : WatchEvent;
}
