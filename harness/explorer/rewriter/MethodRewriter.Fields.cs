using Katas.Harness.Explorer.Controlled;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Fields, static fields and references to them.</summary>
internal sealed partial class MethodRewriter
{
    private void LoadField(Instruction instruction, FieldReference field)
    {
        if (Fields.IsOfStructure(field))
        {
            if (!Accesses.IsSharedAddress(instruction.Previous, method))
                return;
            if (Accesses.MayBeTorn(instruction, Fields.TypeOf(field)))
                Replace(
                    instruction,
                    [
                        _il.Create(OpCodes.Ldflda, field),
                        .. LoadStructure(instruction, Fields.TypeOf(field)),
                    ]
                );
            else
                Replace(instruction, [.. PointThrough(instruction), instruction]);
            return;
        }
        if (Shared(field) is { } definition)
        {
            if (Accesses.MayBeTorn(instruction, Fields.TypeOf(field)))
            {
                Replace(
                    instruction,
                    [
                        .. AddressOf(_il.Create(OpCodes.Ldflda, field), field, definition),
                        .. LoadStructure(instruction, Fields.TypeOf(field)),
                    ]
                );
                return;
            }
            Replace(
                instruction,
                [
                    Dup(),
                    .. Number(definition),
                    Number(FieldSite(instruction)),
                    CallPoint(nameof(SchedulingPoints.Read)),
                    .. Loaded(instruction, Fields.TypeOf(field)),
                ]
            );
        }
        else if (Fields.MayHoldLock(field))
        {
            var owner = Temporary(method.Module.TypeSystem.Object, "owner");
            Replace(
                instruction,
                Dup(),
                CallPoint(nameof(SchedulingPoints.AddOwner)),
                Dup(),
                Store(owner),
                instruction,
                Load(owner),
                CallPoint(nameof(SchedulingPoints.Followed), Fields.TypeOf(field))
            );
        }
    }

    private void StoreField(Instruction instruction, FieldReference field)
    {
        var value = Temporary(Fields.TypeOf(field), "value");
        if (Fields.IsOfStructure(field))
        {
            if (field.DeclaringType.Resolve() is { } structure && Fields.IsStateMachine(structure))
                return;
            if (Accesses.MayBeTorn(instruction, value.VariableType))
            {
                Replace(
                    instruction,
                    [
                        Store(value),
                        _il.Create(OpCodes.Ldflda, field),
                        .. StoreStructure(instruction, value),
                    ]
                );
                return;
            }
            Replace(
                instruction,
                Store(value),
                Dup(),
                Number(Site()),
                CallPoint(nameof(SchedulingPoints.WriteThrough)),
                Load(value),
                instruction
            );
            return;
        }
        if (Shared(field) is not { } definition || constants.IsConstruction(instruction))
            return;
        if (Accesses.MayBeTorn(instruction, value.VariableType))
        {
            Replace(
                instruction,
                [
                    Store(value),
                    .. AddressOf(_il.Create(OpCodes.Ldflda, field), field, definition),
                    .. StoreStructure(instruction, value),
                ]
            );
            return;
        }
        Replace(
            instruction,
            [
                Store(value),
                Dup(),
                .. Number(definition),
                Number(FieldSite(instruction)),
                CallPoint(nameof(SchedulingPoints.Write)),
                Load(value),
                instruction,
            ]
        );
    }

    private void LoadFieldAddress(Instruction instruction, FieldReference field)
    {
        if (Fields.IsOfStructure(field) || Shared(field) is not { } definition)
            return;
        Replace(
            instruction,
            [.. AddressOf(instruction, field, definition), .. EscapeOf(instruction)]
        );
    }

    /// <summary>Takes the address of a field of the object on the stack, and notes it.</summary>
    private Instruction[] AddressOf(
        Instruction address,
        FieldReference field,
        FieldDefinition definition
    )
    {
        var owner = Temporary(method.Module.TypeSystem.Object, "owner");
        return
        [
            Dup(),
            Store(owner),
            address,
            Load(owner),
            .. Number(definition),
            CallPoint(nameof(SchedulingPoints.Address), Fields.TypeOf(field)),
        ];
    }

    private Instruction[] AddressOfStatic(
        Instruction address,
        FieldReference field,
        FieldDefinition definition
    ) =>
        [
            .. Remember(field, definition),
            address,
            .. Number(definition),
            CallPoint(nameof(SchedulingPoints.AddressStatic), Fields.TypeOf(field)),
        ];

    /// <summary>Loads a value that may have more than a word from the address on the stack.</summary>
    private Instruction[] LoadStructure(Instruction instruction, TypeReference type) =>
        [
            Number(FieldSite(instruction)),
            .. Loaded(CallPoint(nameof(SchedulingPoints.LoadStructure), type), type),
        ];

    /// <summary>Stores a value that may have more than a word to the address on the stack.</summary>
    private Instruction[] StoreStructure(Instruction instruction, VariableDefinition value) =>
        [
            Load(value),
            Number(FieldSite(instruction)),
            CallPoint(nameof(SchedulingPoints.StoreStructure), value.VariableType),
        ];

    private void StaticField(Instruction instruction, FieldReference field)
    {
        if (staticConstructors.IsReachedBy(method, field))
            instruction = Prepend(instruction, ReachStaticConstructor(field.DeclaringType));
        if (Fields.Shared(field) is { } own && Fields.IsOfThread(own))
        {
            FieldOfThread(instruction, field, own);
            return;
        }
        if (Shared(field) is not { } definition)
            return;
        if (instruction.OpCode.Code == Code.Ldsflda)
        {
            Replace(
                instruction,
                [.. AddressOfStatic(instruction, field, definition), .. EscapeOf(instruction)]
            );
            return;
        }
        if (Accesses.MayBeTorn(instruction, Fields.TypeOf(field)))
        {
            var address = AddressOfStatic(_il.Create(OpCodes.Ldsflda, field), field, definition);
            var value = Temporary(Fields.TypeOf(field), "value");
            Replace(
                instruction,
                instruction.OpCode.Code == Code.Ldsfld
                    ? [.. address, .. LoadStructure(instruction, value.VariableType)]
                    : [Store(value), .. address, .. StoreStructure(instruction, value)]
            );
            return;
        }
        var point = CallPoint(
            instruction.OpCode.Code == Code.Ldsfld
                ? nameof(SchedulingPoints.ReadStatic)
                : nameof(SchedulingPoints.WriteStatic)
        );
        Replace(
            instruction,
            [
                .. instruction.OpCode.Code == Code.Stsfld ? Remember(field, definition) : [],
                .. Number(definition),
                Number(FieldSite(instruction)),
                point,
                .. instruction.OpCode.Code == Code.Ldsfld
                    ? Loaded(instruction, Fields.TypeOf(field))
                    : [instruction],
            ]
        );
    }

    private Instruction[] ReachStaticConstructor(TypeReference type) =>
        [
            _il.Create(OpCodes.Ldtoken, type),
            Number(Site()),
            CallPoint(nameof(SchedulingPoints.ReachStaticConstructor)),
        ];

    /// <summary>A static field that each thread has for itself, and so each fiber.</summary>
    private void FieldOfThread(
        Instruction instruction,
        FieldReference field,
        FieldDefinition definition
    )
    {
        var type = Fields.TypeOf(field);
        var value = Temporary(type, "value");
        Instruction[] address =
        [
            _il.Create(OpCodes.Ldsflda, field),
            _il.Create(OpCodes.Ldtoken, field.DeclaringType),
            .. Number(definition),
            CallPoint(nameof(SchedulingPoints.OfThread), type),
        ];
        Replace(
            instruction,
            instruction.OpCode.Code switch
            {
                Code.Ldsflda => address,
                Code.Ldsfld => [.. address, _il.Create(OpCodes.Ldobj, type)],
                _ => [Store(value), .. address, Load(value), _il.Create(OpCodes.Stobj, type)],
            }
        );
    }

    /// <summary>Which field of which type, where the type is generic: its number alone does not tell.</summary>
    private IEnumerable<Instruction> Remember(FieldReference field, FieldDefinition definition) =>
        field.DeclaringType is GenericInstanceType type
            ?
            [
                _il.Create(OpCodes.Ldtoken, type),
                .. Number(definition),
                CallPoint(nameof(SchedulingPoints.SaveStatic)),
            ]
            : [];

    /// <summary>A scheduling point for a reference that is passed to code that is not rewritten, which reads or writes it.</summary>
    private IEnumerable<Instruction> EscapeOf(Instruction address)
    {
        var call = address.Next;
        while (call is not null && call.OpCode.FlowControl == FlowControl.Next)
            call = call.Next;
        if (
            call?.Operand is not MethodReference callee
            || call.OpCode.FlowControl != FlowControl.Call
        )
            return [];
        if (
            callee.DeclaringType.Scope == method.Module
            || replacements.Find(callee, isNew: false) is not null
        )
            return [];
        var isThis =
            callee.HasThis
            && call == address.Next
            && callee.DeclaringType.Resolve()?.IsValueType == true;
        if (!isThis && !callee.Parameters.Any(parameter => parameter.ParameterType.IsByReference))
            return [];
        var isRead = isThis && Fields.OnlyReads(callee);
        return
        [
            Dup(),
            Number(Site()),
            CallPoint(
                isRead ? nameof(SchedulingPoints.ReadByCall) : nameof(SchedulingPoints.WriteByCall)
            ),
        ];
    }

    /// <summary>An instruction that loads, and then the point that decides what it has loaded.</summary>
    private Instruction[] Loaded(Instruction instruction, TypeReference type) =>
        Accesses.IsAtomic(type)
            ? [instruction, CallPoint(nameof(SchedulingPoints.Loaded), type)]
            : [instruction];

    /// <summary>Loads the number of a field: one of another module has one for all modules, which is looked up.</summary>
    private Instruction[] Number(FieldDefinition field) =>
        field.Module == method.Module
            ? [Number(siteMap.Field(field))]
            :
            [
                Number(siteMap.Field(field)),
                CallPoint(nameof(SchedulingPoints.NumberOfForeignField)),
            ];

    private FieldDefinition? Shared(FieldReference field) =>
        Fields.Shared(field) is { } definition
        && (definition.IsInitOnly ? constants.IsLate(definition) : !constants.Contains(definition))
            ? definition
            : null;

    private int FieldSite(Instruction instruction) =>
        siteMap.Site(
            method,
            _place,
            isVolatile: instruction.Previous?.OpCode.Code == Code.Volatile
        );
}
