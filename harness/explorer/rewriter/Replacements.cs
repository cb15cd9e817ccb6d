using Katas.Harness.Explorer.Controlled;
using Mono.Cecil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Which calls are replaced by which: read from the classes with a <see cref="ControlsAttribute"/>.</summary>
internal sealed class Replacements
{
    private readonly Dictionary<string, MethodDefinition> _byKey = new(StringComparer.Ordinal);
    private readonly ModuleDefinition _module;

    public Replacements(ModuleDefinition module, ModuleDefinition runtime)
    {
        _module = module;
        foreach (var type in runtime.Types)
        {
            var controls = type.CustomAttributes.FirstOrDefault(a =>
                a.AttributeType.Name == nameof(ControlsAttribute)
            );
            if (controls is null)
                continue;
            var target = (TypeReference)controls.ConstructorArguments[0].Value;
            foreach (var method in type.Methods.Where(method => method.IsPublic && method.IsStatic))
            {
                var parameters = method
                    .Parameters.SkipLast(1)
                    .Select(parameter => Signature.Text(parameter.ParameterType, 0));
                _byKey[Signature.Key(target, method.Name, parameters)] = method;
            }
        }
    }

    /// <summary>What stands in for a method, with the site as one more argument; <see langword="null"/> when nothing does.</summary>
    public MethodReference? Find(MethodReference method, bool isNew)
    {
        var type = method.DeclaringType;
        var open = method.GetElementMethod();
        var own = (type as GenericInstanceType)?.GenericArguments.Count ?? 0;
        var parameters = open.Parameters.Select(parameter =>
            Signature.Text(parameter.ParameterType, own)
        );
        if (method.HasThis && !isNew)
            parameters = parameters.Prepend(Signature.This(type));
        var key = Signature.Key(type.GetElementType(), isNew ? "New" : method.Name, parameters);
        if (!_byKey.TryGetValue(key, out var replacement))
            return null;
        var imported = _module.ImportReference(replacement);
        if (!replacement.HasGenericParameters)
            return imported;
        var instance = new GenericInstanceMethod(imported);
        foreach (var argument in (type as GenericInstanceType)?.GenericArguments ?? [])
            instance.GenericArguments.Add(argument);
        foreach (var argument in (method as GenericInstanceMethod)?.GenericArguments ?? [])
            instance.GenericArguments.Add(argument);
        return instance;
    }
}
