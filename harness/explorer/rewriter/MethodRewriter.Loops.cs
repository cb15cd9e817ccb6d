using Katas.Harness.Explorer.Controlled;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Loops: at the top of each iteration the local variables are hashed, so that an iteration like the last one is detected.</summary>
internal sealed partial class MethodRewriter
{
    /// <summary>The instructions that something jumps back to, and where they stand in the source.</summary>
    private List<(Instruction Start, SequencePoint? Place)> LoopStarts()
    {
        var places = method.DebugInformation.GetSequencePointMapping();
        var passed = new Dictionary<Instruction, SequencePoint?>();
        var starts = new List<(Instruction, SequencePoint?)>();
        SequencePoint? place = null;
        foreach (var instruction in _body.Instructions)
        {
            if (places.TryGetValue(instruction, out var here) && !here.IsHidden)
                place = here;
            passed.Add(instruction, place);
            foreach (var target in StackEffect.Targets(instruction))
            {
                if (
                    passed.TryGetValue(target, out var at)
                    && !starts.Exists(start => start.Item1 == target)
                )
                    starts.Add((target, at ?? place));
            }
        }
        return starts;
    }

    private void InsertLoopPoint(
        Instruction start,
        SequencePoint? place,
        List<VariableDefinition> variables
    )
    {
        if (
            _body.ExceptionHandlers.Any(handler =>
                handler.HandlerStart == start || handler.FilterStart == start
            )
        )
            return;
        List<Instruction> watch = [_il.Create(OpCodes.Ldc_I8, 0L)];
        foreach (var variable in variables)
            watch.AddRange(HashOf(variable.VariableType, () => [Load(variable)]));
        if (Fields.IsStateMachine(method.DeclaringType))
        {
            foreach (
                var field in method.DeclaringType.Fields.Where(field =>
                    !field.Name.StartsWith("<>", StringComparison.Ordinal)
                )
            )
                watch.AddRange(
                    HashOf(
                        field.FieldType,
                        () =>
                            [
                                _il.Create(OpCodes.Ldarg, _body.ThisParameter),
                                _il.Create(OpCodes.Ldfld, Own(field)),
                            ]
                    )
                );
        }
        foreach (var parameter in method.Parameters)
            watch.AddRange(
                HashOf(parameter.ParameterType, () => [_il.Create(OpCodes.Ldarg, parameter)])
            );
        watch.Add(Number(siteMap.Site(method, place)));
        watch.Add(CallPoint(nameof(SchedulingPoints.Loop)));

        // While nothing is explored, this costs one branch.
        var original = Clone(start);
        Instruction[] sequence =
        [
            CallPoint($"get_{nameof(SchedulingPoints.IsExploring)}"),
            _il.Create(OpCodes.Brfalse, original),
            .. watch,
            original,
        ];
        (start.OpCode, start.Operand) = (sequence[0].OpCode, sequence[0].Operand);
        var last = start;
        foreach (var next in sequence.Skip(1))
        {
            _il.InsertAfter(last, next);
            last = next;
        }
    }

    private IEnumerable<Instruction> HashOf(TypeReference type, Func<IEnumerable<Instruction>> load)
    {
        if (type is IModifierType modified)
            type = modified.ElementType;
        // A SpinWait, which counts its spins, and the compiler's own variables say nothing about the loop's progress.
        if (type.FullName is "System.Threading.SpinWait" or "System.Threading.Lock/Scope")
            return [];
        if (type.Namespace == "System.Runtime.CompilerServices")
            return [];
        if (
            type.IsByReference
            || type.IsPinned
            || type.IsPointer
            || type.IsFunctionPointer
            || IsOnStackOnly(type)
        )
            return [CallPoint(nameof(SchedulingPoints.HashUnknown))];
        return [.. load(), CallPoint(nameof(SchedulingPoints.HashLocal), type)];
    }

    private static bool IsOnStackOnly(TypeReference type) =>
        type is not GenericParameter
        && type.Resolve() is { IsValueType: true } structure
        && structure.CustomAttributes.Any(attribute =>
            attribute.AttributeType.Name == "IsByRefLikeAttribute"
        );

    private static FieldReference Own(FieldDefinition field)
    {
        var type = field.DeclaringType;
        if (!type.HasGenericParameters)
            return field;
        var instance = new GenericInstanceType(type);
        foreach (var parameter in type.GenericParameters)
            instance.GenericArguments.Add(parameter);
        return new FieldReference(field.Name, field.FieldType, instance);
    }
}
