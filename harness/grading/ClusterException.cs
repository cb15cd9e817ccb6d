namespace Katas.Harness.Grading;

/// <summary>The cluster cannot grade: nothing that is left of the class would fare better.</summary>
public sealed class ClusterException : Exception
{
    internal ClusterException(string message, Exception? reason = null)
        : base(message, reason) { }
}
