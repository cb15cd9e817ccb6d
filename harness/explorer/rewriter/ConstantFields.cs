using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>
/// Private fields that nothing but a constructor writes: as constant as read-only ones, though not declared so. The compiler makes them for the
/// parameters of primary constructors.
/// </summary>
internal sealed class ConstantFields
{
    private readonly HashSet<FieldDefinition> _written = [];
    private readonly HashSet<FieldDefinition> _late = [];
    private readonly HashSet<Instruction> _construction = [];

    public ConstantFields(ModuleDefinition module)
    {
        foreach (
            var method in module
                .GetAllTypes()
                .SelectMany(type => type.Methods)
                .Where(method => method.HasBody)
        )
        {
            if (method.IsConstructor && !method.IsStatic)
                _construction.UnionWith(Construction.WritesOf(method));
            foreach (var instruction in method.Body.Instructions)
            {
                if (
                    instruction.OpCode.Code
                        is Code.Stfld
                            or Code.Stsfld
                            or Code.Ldflda
                            or Code.Ldsflda
                    && ((FieldReference)instruction.Operand).Resolve() is { } field
                    && !IsConstruction(instruction)
                    && !IsInitialisation(method, field)
                )
                {
                    _written.Add(field);
                    // Elsewhere its address serves to read it.
                    if (method.IsConstructor && field is { IsInitOnly: true, IsStatic: false })
                        _late.Add(field);
                }
            }
        }
    }

    /// <summary>Whether a field keeps the value that its constructor gave it.</summary>
    public bool Contains(FieldDefinition field) => field.IsPrivate && !_written.Contains(field);

    /// <summary>Whether a read-only field may be read before its constructor has written it, for the object has escaped by then.</summary>
    public bool IsLate(FieldDefinition field) => _late.Contains(field);

    /// <summary>Whether an instruction writes to a new object that has not escaped its constructor.</summary>
    public bool IsConstruction(Instruction instruction) => _construction.Contains(instruction);

    private static bool IsInitialisation(MethodDefinition method, FieldDefinition field) =>
        method.IsConstructor
        && method.IsStatic
        && field.IsStatic
        && method.DeclaringType == field.DeclaringType;
}
