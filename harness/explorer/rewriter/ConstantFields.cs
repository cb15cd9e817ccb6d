using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>
/// Private fields that nothing but a constructor writes: as constant as read-only ones, though not declared so. The compiler makes such for the
/// parameters of primary constructors.
/// </summary>
internal sealed class ConstantFields
{
    private readonly HashSet<FieldDefinition> _written = [];

    public ConstantFields(ModuleDefinition module)
    {
        foreach (
            var method in module
                .GetAllTypes()
                .SelectMany(type => type.Methods)
                .Where(method => method.HasBody)
        )
        {
            foreach (var instruction in method.Body.Instructions)
            {
                if (
                    instruction.OpCode.Code
                        is Code.Stfld
                            or Code.Stsfld
                            or Code.Ldflda
                            or Code.Ldsflda
                    && ((FieldReference)instruction.Operand).Resolve() is { } field
                    && !IsConstruction(method, field)
                )
                {
                    _written.Add(field);
                }
            }
        }
    }

    /// <summary>Whether a field keeps the value that its constructor gave it.</summary>
    public bool Contains(FieldDefinition field) => field.IsPrivate && !_written.Contains(field);

    private static bool IsConstruction(MethodDefinition method, FieldDefinition field) =>
        method.IsConstructor
        && method.IsStatic == field.IsStatic
        && method.DeclaringType == field.DeclaringType;
}
