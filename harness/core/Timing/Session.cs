using Katas.Harness.Executors;

namespace Katas.Harness.Timing;

/// <summary>A variant that is ready to run, as often as it is asked to.</summary>
/// <param name="run">Does the work once and returns its output.</param>
/// <param name="executor">The executor behind it, if there is one; disposed with the session.</param>
public sealed class Session(Func<CancellationToken, Task<object>> run, IExecutor? executor = null)
    : IAsyncDisposable
{
    /// <summary>The executor behind it, if there is one.</summary>
    public IExecutor? Executor => executor;

    /// <summary>Does the work once and returns its output.</summary>
    /// <param name="cancellationToken">Asks the work to stop.</param>
    public Task<object> Run(CancellationToken cancellationToken) => run(cancellationToken);

    /// <summary>Shuts the executor down.</summary>
    public ValueTask DisposeAsync() => executor?.DisposeAsync() ?? ValueTask.CompletedTask;
}
