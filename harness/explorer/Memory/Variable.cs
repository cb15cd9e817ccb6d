using System.Reflection;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Memory;

/// <summary>A field, or the elements of an array, whose reads and writes are atomic.</summary>
internal sealed class Variable
{
    private readonly FieldInfo? _field;

    private Variable(Type type, FieldInfo? field)
    {
        _field = field;
        HoldsReference = !type.IsValueType;
    }

    /// <summary>Whether its value is a reference.</summary>
    public bool HoldsReference { get; }

    /// <summary>The variable at a location; <see langword="null"/> when it is none, or a structure, which is not written in one piece.</summary>
    public static Variable? Of(Location location)
    {
        if (location.Field == LocationKind.Element)
        {
            var element = location.Owner!.GetType().GetElementType()!;
            return IsAtomic(element) ? new(element, null) : null;
        }
        return
            location.Field > 0
            && SiteMaps.Find(location.Field, location.Owner) is { } field
            && IsAtomic(field.FieldType)
            ? new(field.FieldType, field)
            : null;
    }

    public object? Read(Location location) =>
        _field is null
            ? ((Array)location.Owner!).GetValue(Indices(location))
            : _field.GetValue(location.Owner);

    public void Write(Location location, object? value)
    {
        if (_field is null)
            ((Array)location.Owner!).SetValue(value, Indices(location));
        else
            _field.SetValue(location.Owner, value);
    }

    private static int[] Indices(Location location) => location.IndicesIn((Array)location.Owner!);

    private static bool IsAtomic(Type type) => !type.IsValueType || type.IsPrimitive || type.IsEnum;
}
