using System.Collections.Concurrent;

namespace Katas.Harness.Engine;

/// <summary>Has what chapters need made available, each need once, by <see cref="EngineOptions.Provide"/>.</summary>
internal sealed class Needs(EngineOptions options)
{
    private readonly ConcurrentDictionary<
        string,
        Lazy<Task<IReadOnlyDictionary<string, string>>>
    > _provided = new(StringComparer.Ordinal);

    /// <summary>The environment variables by which tests find what they need.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Provide(IReadOnlyList<string> needs)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        if (options.Provide is not { } provide)
            return variables;
        foreach (var need in needs)
        {
            var provided = _provided.GetOrAdd(
                need,
                name => new(() => provide(name), LazyThreadSafetyMode.ExecutionAndPublication)
            );
            foreach (var (name, value) in await provided.Value.ConfigureAwait(false))
                variables[name] = value;
        }
        return variables;
    }
}
