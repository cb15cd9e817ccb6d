namespace Katas.Harness.Engine;

/// <summary>Has what chapters need made available, each need once, by <see cref="EngineOptions.Provide"/>.</summary>
internal sealed class Needs(EngineOptions options)
{
    private readonly Dictionary<string, Task<IReadOnlyDictionary<string, string>>> _provided = new(
        StringComparer.Ordinal
    );

    /// <summary>The environment variables by which tests find what they need.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Provide(IReadOnlyList<string> needs)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var need in needs)
        {
            foreach (var (name, value) in await Provide(need).ConfigureAwait(false))
                variables[name] = value;
        }
        return variables;
    }

    private Task<IReadOnlyDictionary<string, string>> Provide(string need)
    {
        lock (_provided)
        {
            if (!_provided.TryGetValue(need, out var provided))
            {
                provided =
                    options.Provide?.Invoke(need)
                    ?? Task.FromResult<IReadOnlyDictionary<string, string>>(
                        new Dictionary<string, string>(StringComparer.Ordinal)
                    );
                _provided[need] = provided;
            }
            return provided;
        }
    }
}
