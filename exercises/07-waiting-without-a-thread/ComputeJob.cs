namespace Katas.WaitingWithoutAThread;

/// <summary>A job that keeps a core busy until its result is there.</summary>
/// <typeparam name="T">The result.</typeparam>
/// <param name="Compute">Computes. It returns only when it is done.</param>
public sealed record ComputeJob<T>(Func<CancellationToken, T> Compute) : Job<T>;
