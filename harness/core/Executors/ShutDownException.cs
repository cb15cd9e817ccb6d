namespace Katas.Harness.Executors;

/// <summary>A job was handed to an executor that accepts no more.</summary>
public sealed class ShutDownException : InvalidOperationException
{
    /// <summary>Says which executor it was, and what to do.</summary>
    /// <param name="executor">The executor's name.</param>
    public ShutDownException(string executor)
        : base(
            $"The executor '{executor}' is shut down and takes no more jobs. Submit before Shutdown or DisposeAsync, or create another executor."
        ) { }

    /// <summary>Throws if the executor is shut down.</summary>
    /// <param name="isShutDown">Whether it is.</param>
    /// <param name="executor">The executor.</param>
    /// <exception cref="ShutDownException"><paramref name="isShutDown"/> is <see langword="true"/>.</exception>
    public static void ThrowIf(bool isShutDown, IExecutor executor)
    {
        ArgumentNullException.ThrowIfNull(executor);
        if (isShutDown)
            throw new ShutDownException(executor.Name);
    }
}
