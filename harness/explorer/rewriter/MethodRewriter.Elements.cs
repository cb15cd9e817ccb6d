using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Array elements, and whatever a reference points to.</summary>
internal sealed partial class MethodRewriter
{
    private VariableDefinition Index => Temporary(method.Module.TypeSystem.IntPtr, "index");

    private void LoadElement(Instruction instruction) =>
        Replace(
            instruction,
            _il.Create(OpCodes.Conv_I),
            Store(Index),
            Dup(),
            Load(Index),
            Number(Site()),
            CallPoint("ReadElement"),
            Load(Index),
            instruction
        );

    private void StoreElement(Instruction instruction, TypeReference type)
    {
        var value = Temporary(type, "value");
        Replace(
            instruction,
            Store(value),
            _il.Create(OpCodes.Conv_I),
            Store(Index),
            Dup(),
            Load(Index),
            Number(Site()),
            CallPoint("WriteElement"),
            Load(Index),
            Load(value),
            instruction
        );
    }

    private void LoadElementAddress(Instruction instruction)
    {
        var array = Temporary(method.Module.TypeSystem.Object, "array");
        Replace(
            instruction,
            [
                _il.Create(OpCodes.Conv_I),
                Store(Index),
                Dup(),
                Store(array),
                Load(Index),
                instruction,
                Load(array),
                Load(Index),
                CallPoint("AddressOfElement", (TypeReference)instruction.Operand),
                .. EscapeOf(instruction),
            ]
        );
    }

    private void LoadThrough(Instruction instruction) =>
        Replace(instruction, Dup(), Number(Site()), CallPoint("ReadThrough"), instruction);

    private void StoreThrough(Instruction instruction, TypeReference type)
    {
        var value = Temporary(type, "value");
        Replace(
            instruction,
            Store(value),
            Dup(),
            Number(Site()),
            CallPoint("WriteThrough"),
            Load(value),
            instruction
        );
    }
}
