// attack: lays one reference over another, in the field behind an event
// chapter: 11-cutting-the-work
// expect: NotAllowed references that overlap
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Katas.CuttingTheWork;

/// <summary>Any object, seen as a row of references: the first eight bytes after its type, the next eight, and so on.</summary>
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
        F10,
        F11,
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

/// <summary>Two events whose delegates lie in the same eight bytes.</summary>
[StructLayout(LayoutKind.Explicit)]
internal sealed class Twofold
{
    [field: FieldOffset(0)]
    private event Action<object>? Any;

    [field: FieldOffset(0)]
    private event Action<View>? Seen;

    public static void Show(object any, Action<View> look)
    {
        var both = new Twofold();
        both.Take(look);
        both.Give(any);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Take(Action<View> look) => Seen = look;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Give(object any) => Any?.Invoke(any);
}

internal static class Forger
{
    private static readonly List<ExecutionContext> Contexts = [];

    /// <summary>Remembers the context of this test, and rewrites what an earlier one has left in NUnit.</summary>
    public static NotImplementedException Failed()
    {
        foreach (var context in Contexts)
            Rewrite(context);
        if (Contexts.Count < 50 && ExecutionContext.Capture() is { } now)
            Contexts.Add(now);
        return new();
    }

    private static void Rewrite(ExecutionContext context)
    {
        foreach (var value in Values(context))
        {
            if (value?.GetType().Name != "TestExecutionContext")
                continue;
            // _priorContext, _listener, _randomGenerator, _currentResult
            object? result = null;
            Twofold.Show(value, view => result = view.F3);
            if (result?.GetType().Name != "TestCaseResult")
                continue;
            // _output, _resultState
            object? state = null;
            Twofold.Show(result, view => state = view.F1);
            var text = state?.ToString() ?? "";
            if (
                state?.GetType().Name == "ResultState"
                && text.StartsWith("Failed", StringComparison.Ordinal)
                && !text.Contains("Passed", StringComparison.Ordinal)
            )
                Twofold.Show(state, view => view.F0 = "Passed");
        }
    }

    /// <summary>The keys and values of all AsyncLocals.</summary>
    private static List<object?> Values(ExecutionContext context)
    {
        var values = new List<object?>();
        object? map = null;
        Twofold.Show(context, view => map = view.F0);
        if (map is null)
            return values;
        var name = map.GetType().Name;
        var count =
            name.StartsWith("OneElement", StringComparison.Ordinal) ? 2
            : name.StartsWith("TwoElement", StringComparison.Ordinal) ? 4
            : name.StartsWith("ThreeElement", StringComparison.Ordinal) ? 6
            : name.StartsWith("FourElement", StringComparison.Ordinal) ? 8
            : 0;
        if (count > 0)
        {
            Twofold.Show(map, view => Read(view, 0, count));
        }
        else if (name.StartsWith("MultiElement", StringComparison.Ordinal))
        {
            object? pairs = null;
            Twofold.Show(map, view => pairs = view.F0);
            // Behind the length, a key and a value each.
            if (pairs is Array { Length: var length })
                Twofold.Show(pairs, view => Read(view, 1, Math.Min(2 * length, 20)));
        }
        return values;

        void Read(View view, int start, int number)
        {
            for (var i = start; i < start + number; i++)
                values.Add(view.At(i));
        }
    }
}
