using System.Collections;
using System.Reflection;
using System.Reflection.Emit;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Finds what an enumerator of the framework, a structure, walks through.</summary>
internal static class EnumeratedCollection<TEnumerator>
{
    private delegate object? Getter(ref TEnumerator enumerator);

    private static readonly Getter? Get = Create();

    /// <summary>The collection; <see langword="null"/> when the enumerator does not hold it itself.</summary>
    public static object? Of(ref TEnumerator enumerator) => Get?.Invoke(ref enumerator);

    private static Getter? Create()
    {
        var field = typeof(TEnumerator)
            .GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .FirstOrDefault(field =>
                !field.FieldType.IsValueType
                && typeof(IEnumerable).IsAssignableFrom(field.FieldType)
                && ControlledCollection.IsOneOf(field.FieldType)
            );
        if (field is null)
            return null;
        var method = new DynamicMethod(
            "Get",
            typeof(object),
            [typeof(TEnumerator).MakeByRefType()],
            typeof(TEnumerator),
            skipVisibility: true
        );
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, field);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Getter>();
    }
}
