using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Seat;

/// <summary>What only one process may do in a workbook at a time.</summary>
internal static class WorkbookLock
{
    /// <summary>One watch: two would run everything twice, and write the same memory.</summary>
    public const string Watch = "watch";

    /// <summary>One update.</summary>
    public const string Update = "update";

    /// <summary>What the systems say of a file that another process has: Linux, macOS, Windows.</summary>
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Takes a lock; the system lets go of it when this process ends, however it ends.</summary>
    /// <returns>What to dispose, or <see langword="null"/> when another process has it.</returns>
    /// <exception cref="UnauthorizedAccessException">The workbook cannot be written to.</exception>
    /// <exception cref="IOException">The same, for another reason: it is on a disk that is read-only, or full.</exception>
    public static IDisposable? TryTake(WorkbookPaths paths, string name)
    {
        Directory.CreateDirectory(paths.Memory);
        try
        {
            return new FileStream(
                Path.Combine(paths.Memory, $"{name}.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException e) when (Held.Contains(e.HResult))
        {
            return null;
        }
    }
}
