using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>A reader-writer lock: who holds it how, and who waits. A writer that waits keeps new readers out, as with the real one.</summary>
internal sealed class ReaderWriterState(Location location, bool isRecursive)
{
    private readonly Dictionary<Fiber, int> _readers = [];
    private Fiber? _upgradeable;
    private int _upgradeableDepth;
    private Fiber? _writer;
    private int _writerDepth;

    /// <summary>What steps on the lock conflict about.</summary>
    public Location Location { get; } = location;

    /// <summary>How many wait to read, to write, or to upgrade.</summary>
    public Dictionary<ReaderWriterMode, int> WaitingThreads { get; } =
        new()
        {
            [ReaderWriterMode.Read] = 0,
            [ReaderWriterMode.Upgradeable] = 0,
            [ReaderWriterMode.Write] = 0,
        };

    /// <summary>How many hold it to read, the upgradeable one not counted.</summary>
    public int Readers => _readers.Count;

    /// <summary>A fiber that holds it, for the report: the one that writes, or else another.</summary>
    public Fiber? HolderBeside(Fiber fiber) =>
        _writer ?? (_upgradeable != fiber ? _upgradeable : null) ?? Other(fiber);

    public int Depth(Fiber fiber, ReaderWriterMode mode) =>
        mode switch
        {
            ReaderWriterMode.Read => _readers.GetValueOrDefault(fiber),
            ReaderWriterMode.Upgradeable => _upgradeable == fiber ? _upgradeableDepth : 0,
            _ => _writer == fiber ? _writerDepth : 0,
        };

    /// <summary>Whether the fiber may enter now; it waits if not.</summary>
    public bool MayEnter(Fiber fiber, ReaderWriterMode mode)
    {
        if (_writer == fiber || Depth(fiber, mode) > 0)
            return true;
        var isFreeToRead = _writer is null && WaitingThreads[ReaderWriterMode.Write] == 0;
        return mode switch
        {
            ReaderWriterMode.Read => isFreeToRead || _upgradeable == fiber,
            ReaderWriterMode.Upgradeable => isFreeToRead && _upgradeable is null,
            _ => _writer is null
                && (_upgradeable is null || _upgradeable == fiber)
                && !_readers.Keys.Any(reader => reader != fiber),
        };
    }

    /// <summary>What is wrong with entering now, if anything.</summary>
    public string? MisuseOfEntering(Fiber fiber, ReaderWriterMode mode)
    {
        if (!isRecursive)
        {
            if (Depth(fiber, mode) > 0)
                return $"Recursive {Name(mode)} lock acquisitions not allowed in this mode.";
            if (_writer == fiber)
                return $"A {Name(mode)} lock may not be acquired with the write lock held in this mode.";
        }
        // Whoever reads may not wait for all readers to leave.
        if (
            mode != ReaderWriterMode.Read
            && Depth(fiber, mode) == 0
            && _writer != fiber
            && _upgradeable != fiber
            && Depth(fiber, ReaderWriterMode.Read) > 0
        )
            return $"{Name(mode)} lock may not be acquired with read lock held.";
        return
            !isRecursive
            && mode == ReaderWriterMode.Write
            && _upgradeable == fiber
            && Depth(fiber, ReaderWriterMode.Read) > 0
            ? "Write lock may not be acquired with read lock held."
            : null;
    }

    public void Enter(Fiber fiber, ReaderWriterMode mode, int site)
    {
        fiber.Held.Add((Location, site));
        switch (mode)
        {
            case ReaderWriterMode.Read:
                _readers[fiber] = _readers.GetValueOrDefault(fiber) + 1;
                break;
            case ReaderWriterMode.Upgradeable:
                (_upgradeable, _upgradeableDepth) = (fiber, _upgradeableDepth + 1);
                break;
            default:
                (_writer, _writerDepth) = (fiber, _writerDepth + 1);
                break;
        }
    }

    public void Exit(Fiber fiber, ReaderWriterMode mode)
    {
        fiber.Held.RemoveAt(fiber.Held.FindLastIndex(held => held.Lock == Location));
        switch (mode)
        {
            case ReaderWriterMode.Read:
                if (--_readers[fiber] == 0)
                    _readers.Remove(fiber);
                break;
            case ReaderWriterMode.Upgradeable:
                if (--_upgradeableDepth == 0)
                    _upgradeable = null;
                break;
            default:
                if (--_writerDepth == 0)
                    _writer = null;
                break;
        }
    }

    private Fiber? Other(Fiber fiber) => _readers.Keys.FirstOrDefault(reader => reader != fiber);

    private static string Name(ReaderWriterMode mode) =>
        mode switch
        {
            ReaderWriterMode.Read => "read",
            ReaderWriterMode.Upgradeable => "upgradeable",
            _ => "write",
        };
}
