namespace Katas.Harness.Grading;

/// <summary>What is put between a submission and the machine.</summary>
public enum SandboxKind
{
    /// <summary>Bubblewrap where it works, otherwise nothing; <see cref="IChapterGrader.Isolation"/> says which.</summary>
    Auto,

    /// <summary>Bubblewrap, or nothing is graded.</summary>
    Bubblewrap,

    /// <summary>Nothing but the rules and the limits that a process has.</summary>
    None,
}
