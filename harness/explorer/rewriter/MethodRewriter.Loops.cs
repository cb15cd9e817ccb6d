using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Loops: at the top of each turn the local variables are shown, so that a turn like the last one is noticed.</summary>
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

    private void WatchLoop(
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
            watch.AddRange(Show(variable.VariableType, () => [Load(variable)]));
        if (Fields.IsStateMachine(method.DeclaringType))
        {
            foreach (
                var field in method.DeclaringType.Fields.Where(field =>
                    !field.Name.StartsWith("<>", StringComparison.Ordinal)
                )
            )
                watch.AddRange(
                    Show(
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
                Show(parameter.ParameterType, () => [_il.Create(OpCodes.Ldarg, parameter)])
            );
        watch.Add(Number(book.Site(method, place)));
        watch.Add(CallPoint("Loop"));

        // Nothing of this costs anything while nothing is explored.
        var original = Clone(start);
        Instruction[] sequence =
        [
            CallPoint("get_Exploring"),
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

    private IEnumerable<Instruction> Show(TypeReference type, Func<IEnumerable<Instruction>> load)
    {
        if (type is IModifierType modified)
            type = modified.ElementType;
        // What waits for us (a SpinWait counts its turns) or is the compiler's own says nothing about the loop's progress.
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
            return [CallPoint("Unknown")];
        return [.. load(), CallPoint("Local", type)];
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
