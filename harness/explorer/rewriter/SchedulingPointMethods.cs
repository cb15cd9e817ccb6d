using Katas.Harness.Explorer.Controlled;
using Mono.Cecil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>The scheduling points, imported into the module that is rewritten.</summary>
internal sealed class SchedulingPointMethods(ModuleDefinition module, ModuleDefinition runtime)
{
    private readonly TypeDefinition _points = runtime.GetType(typeof(SchedulingPoints).FullName!);
    private readonly Dictionary<string, MethodReference> _imported = new(StringComparer.Ordinal);

    public MethodReference this[string name]
    {
        get
        {
            if (!_imported.TryGetValue(name, out var method))
                _imported.Add(
                    name,
                    method = module.ImportReference(_points.Methods.Single(m => m.Name == name))
                );
            return method;
        }
    }

    /// <summary>A generic point, for one type.</summary>
    public MethodReference Of(string name, TypeReference type) =>
        new GenericInstanceMethod(this[name]) { GenericArguments = { type } };
}
