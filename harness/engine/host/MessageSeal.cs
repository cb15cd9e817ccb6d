using System.Globalization;

namespace Katas.Harness.Engine.Host;

/// <summary>What tells a host's message from one that somebody else writes: a secret that was drawn for one run, and a count.</summary>
/// <param name="secret">The secret.</param>
public sealed class MessageSeal(string secret)
{
    private long _count;

    /// <summary>What the next message begins with.</summary>
    /// <remarks>Not by an interpolated text, which would leave the secret in an array that all code of the process may rent.</remarks>
    public string Next() =>
        string.Concat(secret, " ", (++_count).ToString(CultureInfo.InvariantCulture), " ");

    /// <summary>Takes the seal off the next message.</summary>
    /// <param name="line">What came.</param>
    /// <returns>The message; <see langword="null"/> when somebody else has written it, or has left one out.</returns>
    public string? Open(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var seal = Next();
        return line.StartsWith(seal, StringComparison.Ordinal) ? line[seal.Length..] : null;
    }
}
