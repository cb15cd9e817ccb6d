namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Mixes numbers well enough that two different histories have different hashes in practice.</summary>
internal static class Hashing
{
    public static UInt128 Mix(UInt128 a, UInt128 b)
    {
        var low = Avalanche((ulong)a * 0x9E3779B97F4A7C15 + (ulong)b + 0x632BE59BD9B4E019);
        var high = Avalanche((ulong)(a >> 64) * 0xD6E8FEB86659FD93 + (ulong)(b >> 64) + low);
        return new UInt128(high, Avalanche(low ^ high));
    }

    public static ulong Avalanche(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
