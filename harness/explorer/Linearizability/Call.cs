namespace Katas.Harness.Explorer.Linearizability;

/// <summary>One call of a history.</summary>
/// <param name="Thread">The thread that called, from 0.</param>
/// <param name="Index">Which of the thread's calls it is, from 0.</param>
/// <param name="Name">The operation.</param>
/// <param name="Start">When it began: moments are counted from 0 over all calls of the history.</param>
internal sealed record Call(int Thread, int Index, string Name, int Start)
{
    /// <summary>When it ended.</summary>
    public int End { get; set; }

    /// <summary>What came of it.</summary>
    public Result Result { get; set; } = new(Nothing.Value);

    /// <summary>Whether it had ended before another began: every order keeps that.</summary>
    public bool IsBefore(Call other) => End < other.Start;
}
