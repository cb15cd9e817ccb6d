using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Grading.Coverage;

/// <summary>Code that runs together: a method, or what one field is initialised with.</summary>
/// <param name="Method">The method that it is part of.</param>
/// <param name="Field">The field, or <see langword="null"/> for the method itself.</param>
/// <param name="Instructions">The code.</param>
internal sealed record CodePiece(
    MethodDefinition Method,
    FieldDefinition? Field,
    IReadOnlyList<Instruction> Instructions
)
{
    /// <summary>
    /// The pieces of a method. Compilers put the initialisers of fields into constructors, before the call of the base's and, for static fields,
    /// where there is nothing else.
    /// </summary>
    public static IEnumerable<CodePiece> Of(MethodDefinition method)
    {
        var type = method.DeclaringType;
        var hasInitialisers =
            method.IsConstructor && (method.IsStatic ? type.IsBeforeFieldInit : !type.IsValueType);
        var piece = new List<Instruction>();
        foreach (var instruction in method.Body.Instructions)
        {
            piece.Add(instruction);
            if (!hasInitialisers)
                continue;
            if (IsConstructorCall(instruction))
                hasInitialisers = method.IsStatic;
            if (StoredField(instruction) is { } field && field.DeclaringType == type)
            {
                yield return new(method, field, piece);
                piece = [];
            }
        }
        yield return new(method, null, piece);
    }

    private static bool IsConstructorCall(Instruction instruction) =>
        instruction.OpCode.Code == Code.Call
        && instruction.Operand is MethodReference { Name: ".ctor" };

    private static FieldDefinition? StoredField(Instruction instruction) =>
        instruction.OpCode.Code is Code.Stfld or Code.Stsfld
            ? ((FieldReference)instruction.Operand).Resolve()
            : null;
}
