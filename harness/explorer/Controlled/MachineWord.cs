namespace Katas.Harness.Explorer.Controlled;

/// <summary>What the machine reads and writes in one piece.</summary>
internal static class MachineWord
{
    /// <summary>Its size in bytes.</summary>
    public const int Size = 8;

    /// <summary>Complains where words are of another size, so that structures would be torn elsewhere.</summary>
    /// <exception cref="PlatformNotSupportedException">They are.</exception>
    public static void Require(int pointerSize)
    {
        if (pointerSize != Size)
            throw new PlatformNotSupportedException(
                $"{nameof(ExplorerOptions.TearsStructures)} needs a 64-bit process: the explorer tears structures into words of {Size} bytes, and here a word has {pointerSize}. Run the test with a 64-bit .NET, or without {nameof(ExplorerOptions.TearsStructures)}."
            );
    }
}
