namespace Katas.Harness.Executors.Contract;

/// <summary>An exception that throws another when it is asked what it has to say.</summary>
public sealed class WordlessException : Exception
{
    /// <inheritdoc/>
    public override string Message => throw new InvalidOperationException("No words.");

    /// <inheritdoc/>
    public override string ToString() => throw new InvalidOperationException("No words.");
}
