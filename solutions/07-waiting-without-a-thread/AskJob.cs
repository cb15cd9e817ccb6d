namespace Katas.WaitingWithoutAThread;

/// <summary>A job that asks somebody else, a disk, a database or another machine, and has nothing to do until the answer is there.</summary>
/// <typeparam name="T">The answer.</typeparam>
/// <param name="Ask">Asks. It returns at once, with a task.</param>
public sealed record AskJob<T>(Func<CancellationToken, Task<T>> Ask) : Job<T>;
