using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Controlled;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Rewrites all methods of one module.</summary>
internal sealed class ModuleRewriter(ModuleDefinition module)
{
    /// <summary>Rewrites, and returns how many scheduling points there are now.</summary>
    public int Rewrite()
    {
        var location = typeof(SchedulingPoints).Assembly.Location;
        using var runtime = ModuleDefinition.ReadModule(location);
        var siteMap = new SiteMapBuilder(module.Assembly.Name.Name);
        var points = new SchedulingPointMethods(module, runtime);
        var replacements = new Replacements(module, runtime);
        var lockLines = new LockLines();
        var constants = new ConstantFields(module);
        var overrides = new Overrides(module);
        var groups = new MethodGroups(module, points, overrides);
        var staticConstructors = new StaticConstructors(module);
        staticConstructors.Move(points);
        foreach (var type in module.GetAllTypes().Where(type => !IsConstant(type)))
        {
            foreach (
                var method in type
                    .Methods.Where(method => method.HasBody && !IsInitialiser(method))
                    .ToList()
            )
            {
                if (method.IsSynchronized)
                    new SynchronizedMethod(method).Expand();
                new MethodRewriter(
                    method,
                    siteMap,
                    points,
                    replacements,
                    constants,
                    overrides,
                    groups,
                    staticConstructors,
                    lockLines
                ).Rewrite();
                ReportedCall.Rewrite(method, siteMap, points);
            }
        }
        staticConstructors.OpenFields();
        module.Resources.Add(siteMap.ToResource());
        GrantInternals(runtime);
        return siteMap.Count;
    }

    // The runtime runs it once in a process, and keeps other threads out.
    private static bool IsInitialiser(MethodDefinition method) =>
        method.IsConstructor && method.IsStatic;

    // What the compiler makes of a collection expression for an interface that only reads: nobody changes what is in it.
    private static bool IsConstant(TypeDefinition type) =>
        type.Name.StartsWith("<>z__ReadOnly", StringComparison.Ordinal);

    private void GrantInternals(ModuleDefinition runtime)
    {
        var type = runtime.GetType(typeof(IgnoresAccessChecksToAttribute).FullName!);
        var constructor = module.ImportReference(type.GetConstructors().Single());
        module.Assembly.CustomAttributes.Add(
            new CustomAttribute(constructor)
            {
                ConstructorArguments =
                {
                    new(module.TypeSystem.String, runtime.Assembly.Name.Name),
                },
            }
        );
    }
}
