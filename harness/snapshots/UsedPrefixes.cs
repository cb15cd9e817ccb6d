namespace VerifyTests;

/// <summary>The snapshots that this run has used: two of one name would overwrite each other's files.</summary>
internal static class UsedPrefixes
{
    private static readonly HashSet<string> Used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a name for the caller alone.</summary>
    /// <exception cref="InvalidOperationException">It is taken.</exception>
    public static string Claim(string folder, string prefix)
    {
        lock (Used)
        {
            if (!Used.Add(Path.GetFullPath(Path.Combine(folder, prefix))))
                throw new InvalidOperationException(
                    $"The prefix has already been used: {prefix}. Verify one text in a test, or tell the texts apart with UseTextForParameters or UseFileName."
                );
        }
        return prefix;
    }
}
