using Mono.Cecil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Puts the type arguments of the place where something is used into its type.</summary>
internal static class TypeArguments
{
    /// <summary>The type, as far as the type and method it is used with say what its parameters stand for.</summary>
    public static TypeReference Fill(
        TypeReference type,
        GenericInstanceType? ofType,
        GenericInstanceMethod? ofMethod = null
    )
    {
        switch (type)
        {
            case GenericParameter { Type: GenericParameterType.Type } parameter:
                return ofType?.GenericArguments[parameter.Position] ?? type;
            case GenericParameter parameter:
                return ofMethod?.GenericArguments[parameter.Position] ?? type;
            case ArrayType array:
                return new ArrayType(Fill(array.ElementType, ofType, ofMethod), array.Rank);
            case ByReferenceType reference:
                return new ByReferenceType(Fill(reference.ElementType, ofType, ofMethod));
            case IModifierType modified:
                return Fill(modified.ElementType, ofType, ofMethod);
            case GenericInstanceType generic:
                var filled = new GenericInstanceType(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                    filled.GenericArguments.Add(Fill(argument, ofType, ofMethod));
                return filled;
            default:
                return type;
        }
    }
}
