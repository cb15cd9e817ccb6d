namespace Katas.Harness.Explorer.Controlled;

/// <summary>How a reader-writer lock is entered.</summary>
internal enum ReaderWriterMode
{
    /// <summary>With others who read.</summary>
    Read,

    /// <summary>With others who read, one at a time, and with the right to write later.</summary>
    Upgradeable,

    /// <summary>Alone.</summary>
    Write,
}
