using Mono.Cecil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Substitutes type arguments for the type parameters in a type.</summary>
internal static class TypeArguments
{
    /// <summary>The type, as far as the type and method it is used with say what its parameters stand for.</summary>
    public static TypeReference Substitute(
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
                return new ArrayType(Substitute(array.ElementType, ofType, ofMethod), array.Rank);
            case ByReferenceType reference:
                return new ByReferenceType(Substitute(reference.ElementType, ofType, ofMethod));
            case IModifierType modified:
                return Substitute(modified.ElementType, ofType, ofMethod);
            case GenericInstanceType generic:
                var substituted = new GenericInstanceType(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                    substituted.GenericArguments.Add(Substitute(argument, ofType, ofMethod));
                return substituted;
            default:
                return type;
        }
    }

    /// <summary>The type as its own methods know it, with its type parameters for arguments.</summary>
    public static TypeReference SelfOf(TypeDefinition type)
    {
        if (!type.HasGenericParameters)
            return type;
        var self = new GenericInstanceType(type);
        foreach (var parameter in type.GenericParameters)
            self.GenericArguments.Add(parameter);
        return self;
    }
}
