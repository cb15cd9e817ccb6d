using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Explorer;

/// <summary>Which folders of the explorer use which, read from its compiled code. A folder is a namespace.</summary>
internal static class FolderArrows
{
    /// <summary>The folder of the types that are in none.</summary>
    public const string Top = "";

    private const string Root = "Katas.Harness.Explorer";

    /// <summary>The arrows of an assembly, each with a type that draws it.</summary>
    public static ILookup<(string From, string To), string> Of(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return module
            .GetAllTypes()
            .SelectMany(type => Used(type).Select(used => (Type: type, Used: used)))
            .Where(pair => IsOurs(pair.Type) && IsOurs(pair.Used))
            .Select(pair => (From: Folder(pair.Type), To: Folder(pair.Used), pair.Type.Name))
            .Where(arrow => arrow.From != arrow.To)
            .ToLookup(arrow => (arrow.From, arrow.To), arrow => arrow.Name);
    }

    private static bool IsOurs(TypeReference type) =>
        $"{Space(type)}.".StartsWith($"{Root}.", StringComparison.Ordinal);

    private static string Folder(TypeReference type) =>
        Space(type) == Root ? Top : Space(type)[(Root.Length + 1)..];

    private static string Space(TypeReference type) =>
        type.DeclaringType is { } outer ? Space(outer) : type.Namespace;

    private static IEnumerable<TypeReference> Used(TypeDefinition type) =>
        type
            .Interfaces.Select(implemented => implemented.InterfaceType)
            .Concat(type.GenericParameters.SelectMany(Constraints))
            .Concat(type.Fields.Select(field => field.FieldType))
            .Concat(type.Methods.SelectMany(UsedBy))
            .Concat(Attributes(type))
            .Append(type.BaseType)
            .SelectMany(Parts);

    private static IEnumerable<TypeReference?> UsedBy(MethodDefinition method)
    {
        var signature = Signature(method)
            .Concat(method.GenericParameters.SelectMany(Constraints))
            .Concat(Attributes(method));
        if (!method.HasBody)
            return signature;
        return signature
            .Concat(method.Body.Variables.Select(variable => variable.VariableType))
            .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType))
            .Concat(method.Body.Instructions.SelectMany(i => Operand(i.Operand)));
    }

    private static IEnumerable<TypeReference?> Operand(object? operand) =>
        operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            MethodReference method => Signature(method),
            _ => [],
        };

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
        method
            .Parameters.Select(parameter => parameter.ParameterType)
            .Concat((method as GenericInstanceMethod)?.GenericArguments ?? [])
            .Concat([method.DeclaringType, method.ReturnType]);

    private static IEnumerable<TypeReference> Constraints(GenericParameter parameter) =>
        parameter.Constraints.Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.Select(attribute => attribute.AttributeType);

    /// <summary>The types that a type is put together from: of a list of fibers, the list and the fiber.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null => [],
            GenericInstanceType generic => generic
                .GenericArguments.SelectMany(Parts)
                .Append(generic.ElementType),
            TypeSpecification specification => Parts(specification.ElementType),
            _ => [type],
        };
}
