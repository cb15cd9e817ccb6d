// right: a struct of 128 bytes for each worker, laid out by hand
using System.Runtime.InteropServices;

namespace Katas.CuttingTheWork;

public sealed class PaddedCounters
{
    private readonly Slot[] _slots;

    public PaddedCounters(int workers) => _slots = new Slot[workers];

    public void Add(int worker, long amount)
    {
        if ((uint)worker >= (uint)_slots.Length)
            throw new ArgumentOutOfRangeException(nameof(worker));
        Volatile.Write(ref _slots[worker].Count, _slots[worker].Count + amount);
    }

    public long CountOf(int worker) =>
        worker < 0 || worker >= _slots.Length
            ? throw new ArgumentOutOfRangeException(nameof(worker))
            : Volatile.Read(ref _slots[worker].Count);

    public long Total()
    {
        var total = 0L;
        for (var worker = 0; worker < _slots.Length; worker++)
            total += CountOf(worker);
        return total;
    }

    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Slot
    {
        [FieldOffset(64)]
        public long Count;
    }
}
