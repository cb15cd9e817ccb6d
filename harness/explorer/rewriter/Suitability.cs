using Katas.Harness.Explorer.Sites;
using Mono.Cecil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Says of an assembly that cannot be rewritten why, and what to change.</summary>
internal static class Suitability
{
    public static string? ProblemWith(ModuleDefinition module)
    {
        var name = module.Name;
        if (module.Resources.Any(resource => resource.Name == SiteMap.Resource))
            return $"'{name}' is rewritten already. Give the assembly as the compiler made it (under obj/).";
        if (!module.Attributes.HasFlag(ModuleAttributes.ILOnly))
            return $"'{name}' holds native code, which cannot be rewritten. Build it as plain C#, without ReadyToRun or C++/CLI.";
        if (module.Attributes.HasFlag(ModuleAttributes.StrongNameSigned))
            return $"'{name}' is signed, and a rewritten copy could not keep its signature. Build it with <SignAssembly>false</SignAssembly>.";
        return null;
    }
}
