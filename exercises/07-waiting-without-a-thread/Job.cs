namespace Katas.WaitingWithoutAThread;

/// <summary>Something to be done that has a result: an <see cref="AskJob{T}"/> or a <see cref="ComputeJob{T}"/>.</summary>
/// <typeparam name="T">The result.</typeparam>
public abstract record Job<T>;
