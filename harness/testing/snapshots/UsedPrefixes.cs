using NUnit.Framework.Interfaces;

namespace VerifyTests;

/// <summary>The snapshots that this run has used, and by which test: two of one name would overwrite each other's files.</summary>
internal static class UsedPrefixes
{
    private static readonly Dictionary<string, string> Used = new(StringComparer.OrdinalIgnoreCase);

    // The suite of all tests: the same tests have other numbers in another run.
    private static ITest? s_run;

    /// <summary>Takes a name for one test alone.</summary>
    /// <exception cref="InvalidOperationException">It is taken.</exception>
    public static string Claim(string folder, string prefix, string test)
    {
        lock (Used)
        {
            if (!Used.TryAdd(Path.GetFullPath(Path.Combine(folder, prefix)), test))
                throw new InvalidOperationException(
                    $"The prefix has already been used: {prefix}. Verify one text in a test, or tell the texts apart with UseTextForParameters or UseFileName."
                );
        }
        return prefix;
    }

    /// <summary>Gives back what a test has taken, for it starts once more, and what an earlier run has: the engine runs tests several times in one process.</summary>
    public static void Begin(ITest test)
    {
        var run = RootOf(test);
        lock (Used)
        {
            if (s_run != run)
                Used.Clear();
            s_run = run;
            foreach (var (prefix, _) in Used.Where(used => used.Value == test.Id).ToList())
                Used.Remove(prefix);
        }
    }

    private static ITest RootOf(ITest test)
    {
        while (test.Parent is { } parent)
            test = parent;
        return test;
    }
}
