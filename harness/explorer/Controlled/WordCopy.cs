using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>A type's values as the machine moves them: a word at a time.</summary>
internal static class WordCopy<T>
{
    private const int Size = MachineWord.Size;

    // The collector must see a reference move as a reference.
    private static readonly HashSet<nint> References = [.. OffsetsOfReferences()];

    /// <summary>How many words a value has.</summary>
    public static int Count { get; } =
        RuntimeHelpers.IsReferenceOrContainsReferences<T>() && HasUnknownLayout(typeof(T))
            ? 1
            : (Unsafe.SizeOf<T>() + Size - 1) / Size;

    /// <summary>Copies one word of a value.</summary>
    public static void Copy(ref readonly T from, ref T to, int word)
    {
        nint offset = word * Size;
        ref var source = ref At(ref Unsafe.AsRef(in from), offset);
        ref var target = ref At(ref to, offset);
        if (Count == 1)
            to = from;
        else if (References.Contains(offset))
            Unsafe.As<byte, object?>(ref target) = Unsafe.As<byte, object?>(ref source);
        else
            Unsafe.CopyBlockUnaligned(
                ref target,
                ref source,
                (uint)Math.Min(Size, Unsafe.SizeOf<T>() - offset)
            );
    }

    private static ref byte At(ref T value, nint offset) =>
        ref Unsafe.AddByteOffset(ref Unsafe.As<T, byte>(ref value), offset);

    private static IEnumerable<nint> OffsetsOfReferences() =>
        typeof(T).IsValueType && RuntimeHelpers.IsReferenceOrContainsReferences<T>()
            ? PathsToReferences(typeof(T)).Select(OffsetOf)
            : [];

    /// <summary>The fields that lead to each reference in a structure, from the outside in.</summary>
    private static IEnumerable<FieldInfo[]> PathsToReferences(Type structure)
    {
        foreach (var field in FieldsOf(structure))
        {
            if (IsReference(field.FieldType))
                yield return [field];
            if (field.FieldType is { IsValueType: true, IsPrimitive: false })
            {
                foreach (var rest in PathsToReferences(field.FieldType))
                    yield return [field, .. rest];
            }
        }
    }

    private static bool IsReference(Type type) =>
        type is { IsValueType: false, IsPointer: false, IsFunctionPointer: false };

    // Its one field stands for many.
    private static bool HasUnknownLayout(Type type) =>
        type.IsDefined(typeof(InlineArrayAttribute))
        || FieldsOf(type)
            .Any(field =>
                field.FieldType is { IsValueType: true, IsPrimitive: false }
                && HasUnknownLayout(field.FieldType)
            );

    private static FieldInfo[] FieldsOf(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private static nint OffsetOf(FieldInfo[] path)
    {
        var method = new DynamicMethod(
            "Offset",
            typeof(nint),
            [typeof(T).MakeByRefType()],
            typeof(WordCopy<T>).Module,
            skipVisibility: true
        );
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        foreach (var field in path)
            il.Emit(OpCodes.Ldflda, field);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Ret);
        var value = default(T);
        return method.CreateDelegate<Offset>()(ref value!);
    }

    private delegate nint Offset(ref T value);
}
