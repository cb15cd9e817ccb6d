namespace Katas.Harness.Explorer.Scheduling;

/// <summary>A thread that the explorer does not control runs code of the explored program.</summary>
#pragma warning disable CA1064 // It is internal on purpose: nobody outside sees it.
internal sealed class UncontrolledThreadException(int site)
    : Exception("A thread that the explorer does not know takes part.")
{
    /// <summary>Where it was detected; 0 when unknown.</summary>
    public int Site { get; } = site;
}
