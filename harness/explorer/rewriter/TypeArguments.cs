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

    /// <summary>The method, as far as the type and method it is used in say what the parameters in its type and arguments stand for.</summary>
    public static MethodReference Substitute(
        MethodReference method,
        GenericInstanceType? ofType,
        GenericInstanceMethod? ofMethod
    )
    {
        if (method is GenericInstanceMethod generic)
        {
            var instance = new GenericInstanceMethod(
                Substitute(generic.ElementMethod, ofType, ofMethod)
            );
            foreach (var argument in generic.GenericArguments)
                instance.GenericArguments.Add(Substitute(argument, ofType, ofMethod));
            return instance;
        }
        return method.DeclaringType.ContainsGenericParameter
            ? In(Substitute(method.DeclaringType, ofType, ofMethod), method)
            : method;
    }

    /// <summary>The types of a method's parameters, as far as its type and its own arguments say what they are.</summary>
    public static IEnumerable<TypeReference> ParametersOf(MethodReference method) =>
        method.Parameters.Select(parameter => Substitute(parameter.ParameterType, method));

    /// <summary>The type of a method's result, as far as its type and its own arguments say what it is.</summary>
    public static TypeReference ResultOf(MethodReference method) =>
        Substitute(method.ReturnType, method);

    /// <summary>A method as the other methods of its type know it.</summary>
    public static MethodReference InSelf(MethodDefinition method) =>
        method.DeclaringType.HasGenericParameters
            ? In(SelfOf(method.DeclaringType), method)
            : method;

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

    private static TypeReference Substitute(TypeReference type, MethodReference method) =>
        Substitute(
            type,
            method.DeclaringType as GenericInstanceType,
            method as GenericInstanceMethod
        );

    private static MethodReference In(TypeReference type, MethodReference method)
    {
        var moved = new MethodReference(method.Name, method.ReturnType, type)
        {
            HasThis = method.HasThis,
            ExplicitThis = method.ExplicitThis,
            CallingConvention = method.CallingConvention,
        };
        foreach (var parameter in method.Parameters)
            moved.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        foreach (var parameter in method.GenericParameters)
            moved.GenericParameters.Add(new GenericParameter(parameter.Name, moved));
        return moved;
    }
}
