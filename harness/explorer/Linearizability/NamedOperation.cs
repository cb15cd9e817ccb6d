namespace Katas.Harness.Explorer.Linearizability;

/// <summary>One thing that threads may call on an object.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Call">The call.</param>
internal sealed record NamedOperation<T>(string Name, Func<T, object?> Call);
