using System.Globalization;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>
/// Writes methods that a delegate can be made of in place of a member of the framework: static, the instance first, as an extension method that is
/// handed on. Each calls what stands in for the member, with the site where it was handed on.
/// </summary>
internal static class MethodGroups
{
    /// <summary>The method; <see langword="null"/> where there is none: for a structure's member, or in generic code.</summary>
    public static MethodDefinition? Create(
        ModuleDefinition module,
        MethodReference replacement,
        int site
    )
    {
        var generic = replacement as GenericInstanceMethod;
        var parameters = replacement
            .Parameters.SkipLast(1)
            .Select(parameter => TypeArguments.Substitute(parameter.ParameterType, null, generic))
            .ToList();
        var result = TypeArguments.Substitute(replacement.ReturnType, null, generic);
        if (
            generic?.GenericArguments.Any(argument => argument.ContainsGenericParameter) == true
            || parameters is [ByReferenceType, ..]
        )
            return null;
        var group = new MethodDefinition(
            string.Create(CultureInfo.InvariantCulture, $"<{replacement.Name}>{site}"),
            MethodAttributes.Assembly | MethodAttributes.Static | MethodAttributes.HideBySig,
            result
        );
        foreach (var parameter in parameters)
            group.Parameters.Add(new ParameterDefinition(parameter));
        var il = group.Body.GetILProcessor();
        foreach (var parameter in group.Parameters)
            il.Emit(OpCodes.Ldarg, parameter);
        il.Emit(OpCodes.Ldc_I4, site);
        il.Emit(OpCodes.Call, replacement);
        il.Emit(OpCodes.Ret);
        module.GetType("<Module>").Methods.Add(group);
        return group;
    }
}
