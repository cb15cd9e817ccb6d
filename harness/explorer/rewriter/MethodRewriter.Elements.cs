using Katas.Harness.Explorer.Controlled;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Array elements, and whatever a reference points to.</summary>
internal sealed partial class MethodRewriter
{
    private VariableDefinition Index => Temporary(method.Module.TypeSystem.IntPtr, "index");

    private void LoadElement(Instruction instruction)
    {
        var type = Accesses.Loaded(instruction, method.Module);
        if (Accesses.MayBeTorn(instruction, type) && !type.IsGenericParameter)
        {
            Replace(
                instruction,
                [
                    .. AddressOfElement(_il.Create(OpCodes.Ldelema, type), type),
                    .. LoadStructure(instruction, type),
                ]
            );
            return;
        }
        Replace(
            instruction,
            [
                _il.Create(OpCodes.Conv_I),
                Store(Index),
                Dup(),
                Load(Index),
                Number(Site()),
                CallPoint(nameof(SchedulingPoints.ReadElement)),
                Load(Index),
                .. Loaded(instruction, type),
            ]
        );
    }

    private void StoreElement(Instruction instruction, TypeReference type)
    {
        var value = Temporary(type, "value");
        // The address of an element that may be a reference is there only for an array of just its type.
        if (Accesses.MayBeTorn(instruction, type) && !type.IsGenericParameter)
        {
            Replace(
                instruction,
                [
                    Store(value),
                    .. AddressOfElement(_il.Create(OpCodes.Ldelema, type), type),
                    .. StoreStructure(instruction, value),
                ]
            );
            return;
        }
        Replace(
            instruction,
            Store(value),
            _il.Create(OpCodes.Conv_I),
            Store(Index),
            Dup(),
            Load(Index),
            Number(Site()),
            CallPoint(nameof(SchedulingPoints.WriteElement)),
            Load(Index),
            Load(value),
            instruction
        );
    }

    private void LoadElementAddress(Instruction instruction) =>
        Replace(
            instruction,
            [
                .. AddressOfElement(instruction, (TypeReference)instruction.Operand),
                .. EscapeOf(instruction),
            ]
        );

    /// <summary>Takes the address of an element of the array on the stack, and notes it.</summary>
    private Instruction[] AddressOfElement(Instruction address, TypeReference type)
    {
        var array = Temporary(method.Module.TypeSystem.Object, "array");
        return
        [
            _il.Create(OpCodes.Conv_I),
            Store(Index),
            Dup(),
            Store(array),
            Load(Index),
            address,
            Load(array),
            Load(Index),
            CallPoint(nameof(SchedulingPoints.AddressOfElement), type),
        ];
    }

    /// <summary>An array of several dimensions is used by calls: <c>Get</c>, <c>Set</c> and <c>Address</c>, with an index for each dimension.</summary>
    private void CallOfArray(Instruction instruction, MethodReference callee, ArrayType type)
    {
        if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt))
            return;
        var array = Temporary(method.Module.TypeSystem.Object, "array");
        var value = callee.Name == "Set" ? Temporary(type.ElementType, "value") : null;
        var numbers = Enumerable
            .Range(0, type.Rank)
            .Select(i => Temporary(method.Module.TypeSystem.Int32, $"number {i}"))
            .ToList();
        List<Instruction> before =
        [
            .. value is null ? [] : (Instruction[])[Store(value)],
            .. Enumerable.Reverse(numbers).Select(Store),
            Dup(),
            Store(array),
            Number(0),
            _il.Create(OpCodes.Conv_I),
            Store(Index),
            .. numbers.SelectMany((number, i) => NextIndex(array, i, number)),
        ];
        List<Instruction> call =
        [
            .. numbers.Select(Load),
            .. value is null ? [] : (Instruction[])[Load(value)],
            instruction,
        ];
        Instruction[] element = [Load(array), Load(Index)];
        if (callee.Name == "Address")
            Replace(
                instruction,
                [
                    .. before,
                    .. call,
                    .. element,
                    CallPoint(nameof(SchedulingPoints.AddressOfElement), type.ElementType),
                    .. EscapeOf(instruction),
                ]
            );
        else
            Replace(
                instruction,
                [
                    .. before,
                    .. element,
                    Number(Site()),
                    CallPoint(
                        value is null
                            ? nameof(SchedulingPoints.ReadElement)
                            : nameof(SchedulingPoints.WriteElement)
                    ),
                    .. call,
                    .. value is null ? Loaded(Clone(instruction), type.ElementType).Skip(1) : [],
                ]
            );
    }

    private Instruction[] NextIndex(
        VariableDefinition array,
        int dimension,
        VariableDefinition number
    ) =>
        [
            Load(array),
            Load(Index),
            Number(dimension),
            Load(number),
            CallPoint(nameof(SchedulingPoints.NextIndex)),
            Store(Index),
        ];

    private void LoadThrough(Instruction instruction)
    {
        var type = Accesses.Loaded(instruction, method.Module);
        Replace(
            instruction,
            Accesses.MayBeTorn(instruction, type)
                ? LoadStructure(instruction, type)
                : [.. PointThrough(instruction), .. Loaded(instruction, type)]
        );
    }

    private Instruction[] PointThrough(Instruction instruction) =>
        [Dup(), Number(FieldSite(instruction)), CallPoint(nameof(SchedulingPoints.ReadThrough))];

    private void StoreThrough(Instruction instruction, TypeReference type)
    {
        var value = Temporary(type, "value");
        if (Accesses.MayBeTorn(instruction, type))
        {
            Replace(instruction, [Store(value), .. StoreStructure(instruction, value)]);
            return;
        }
        Replace(
            instruction,
            Store(value),
            Dup(),
            Number(FieldSite(instruction)),
            CallPoint(nameof(SchedulingPoints.WriteThrough)),
            Load(value),
            instruction
        );
    }

    private void StoreDefault(Instruction instruction, TypeReference type)
    {
        // A variable that nothing is ever stored in.
        if (Accesses.IsSharedAddress(instruction.Previous, method))
            Replace(instruction, StoreStructure(instruction, Temporary(type, "default")));
    }
}
