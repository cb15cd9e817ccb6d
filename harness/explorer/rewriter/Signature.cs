using Mono.Cecil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Writes signatures down so that a member and what stands in for it read the same: type parameters are numbered, the type's before the method's.</summary>
internal static class Signature
{
    public static string Key(TypeReference type, string name, IEnumerable<string> parameters) =>
        $"{type.GetElementType().FullName}::{name}({string.Join(',', parameters)})";

    /// <summary>The type of <c>this</c> in a member, open: a reference to it when it is a structure.</summary>
    public static string This(TypeReference type)
    {
        var arguments = (type as GenericInstanceType)?.GenericArguments.Select((_, i) => $"T{i}");
        var self =
            type.GetElementType().FullName
            + (arguments is null ? "" : $"<{string.Join(',', arguments)}>");
        return type.Resolve()?.IsValueType == true ? self + "&" : self;
    }

    /// <summary>A type, with <paramref name="own"/> type parameters numbered before those of the method.</summary>
    public static string Text(TypeReference type, int own) =>
        type switch
        {
            GenericParameter { Type: GenericParameterType.Type } parameter =>
                $"T{parameter.Position}",
            GenericParameter parameter => $"T{own + parameter.Position}",
            IModifierType modified => Text(modified.ElementType, own),
            ByReferenceType reference => Text(reference.ElementType, own) + "&",
            ArrayType array => Text(array.ElementType, own) + "[]",
            GenericInstanceType generic =>
                $"{generic.ElementType.FullName}<{string.Join(',', generic.GenericArguments.Select(argument => Text(argument, own)))}>",
            _ => type.FullName,
        };
}
