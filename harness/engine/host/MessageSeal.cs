using System.Globalization;

namespace Katas.Harness.Engine.Host;

/// <summary>What tells a host's message from one that somebody else writes: a secret that was drawn for one run, and a count.</summary>
/// <param name="secret">The secret.</param>
public sealed class MessageSeal(string secret)
{
    private long _count;

    /// <summary>What the next message begins with.</summary>
    public string Next() => string.Create(CultureInfo.InvariantCulture, $"{secret} {++_count} ");
}
