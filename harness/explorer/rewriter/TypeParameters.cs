using Mono.Cecil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>The type parameters of a method and of its type, given to another method, which can then do in its place what the first one does.</summary>
internal sealed class TypeParameters
{
    private readonly GenericInstanceType? _ofType;
    private readonly GenericInstanceMethod? _ofMethod;

    /// <summary>Gives a method copies of the parameters that another one can use.</summary>
    /// <param name="user">The method that can use them.</param>
    /// <param name="copy">The method that gets them; it has none.</param>
    public TypeParameters(MethodDefinition user, MethodDefinition copy)
    {
        List<GenericParameter> all =
        [
            .. user.DeclaringType.GenericParameters,
            .. user.GenericParameters,
        ];
        if (all.Count == 0)
        {
            Instance = copy;
            return;
        }
        (_ofType, _ofMethod) = (new(user.DeclaringType), new(user));
        var instance = new GenericInstanceMethod(copy);
        foreach (var parameter in all)
        {
            var own = new GenericParameter(parameter.Name, copy)
            {
                Attributes = parameter.Attributes & ~GenericParameterAttributes.VarianceMask,
            };
            copy.GenericParameters.Add(own);
            instance.GenericArguments.Add(parameter);
            if (parameter.Type == GenericParameterType.Type)
                _ofType.GenericArguments.Add(own);
            else
                _ofMethod.GenericArguments.Add(own);
        }
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var constraint in all[i].Constraints)
                copy.GenericParameters[i].Constraints.Add(new(Of(constraint.ConstraintType)));
        }
        Instance = instance;
    }

    /// <summary>The method that got them, as the other one calls it.</summary>
    public MethodReference Instance { get; }

    /// <summary>A type, with the copies in place of the parameters.</summary>
    public TypeReference Of(TypeReference type) =>
        TypeArguments.Substitute(type, _ofType, _ofMethod);

    /// <inheritdoc cref="Of(TypeReference)"/>
    public MethodReference Of(MethodReference method) =>
        TypeArguments.Substitute(method, _ofType, _ofMethod);
}
