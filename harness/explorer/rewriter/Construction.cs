using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Escape analysis of a constructor: its writes to the new object are private until the object escapes.</summary>
internal sealed class Construction
{
    private readonly MethodDefinition _constructor;
    private readonly Dictionary<Instruction, Stack<bool>> _stacks = [];
    private readonly List<int> _writes = [];
    private int _escape = int.MaxValue;

    private Construction(MethodDefinition constructor)
    {
        _constructor = constructor;
        foreach (var handler in constructor.Body.ExceptionHandlers)
        {
            if (handler.CatchType is not null)
                _stacks[handler.HandlerStart] = new([false]);
            if (handler.FilterStart is { } filter)
                _stacks[handler.HandlerStart] = _stacks[filter] = new([false]);
        }
        FindEscape();
        MoveEscapeToLoopStart();
    }

    /// <summary>The instructions that write to fields of the new object before it escapes.</summary>
    public static IEnumerable<Instruction> WritesOf(MethodDefinition constructor)
    {
        var construction = new Construction(constructor);
        return construction
            ._writes.Where(i => i < construction._escape)
            .Select(i => constructor.Body.Instructions[i]);
    }

    /// <summary>Goes through the code once, with a stack that says of each value whether it is <c>this</c>.</summary>
    private void FindEscape()
    {
        var instructions = _constructor.Body.Instructions;
        Stack<bool>? stack = new();
        for (var i = 0; i < instructions.Count && _escape == int.MaxValue; i++)
        {
            var instruction = instructions[i];
            stack = _stacks.GetValueOrDefault(instruction) ?? stack ?? new();
            if (!TryStep(instruction, stack, i))
                _escape = i;
            foreach (var target in StackEffect.Targets(instruction))
                _stacks.TryAdd(target, new(stack.Reverse()));
            if (
                instruction.OpCode.FlowControl
                is FlowControl.Branch
                    or FlowControl.Return
                    or FlowControl.Throw
            )
                stack = null;
        }
    }

    /// <summary>In a loop from which the object escapes, it has escaped from the second iteration on.</summary>
    private void MoveEscapeToLoopStart()
    {
        var instructions = _constructor.Body.Instructions;
        for (var i = instructions.Count - 1; i > _escape; i--)
        {
            foreach (var target in StackEffect.Targets(instructions[i]))
                _escape = Math.Min(_escape, instructions.IndexOf(target));
        }
    }

    /// <summary>Applies one instruction to the stack; <see langword="false"/> when the object escapes there, or may.</summary>
    private bool TryStep(Instruction instruction, Stack<bool> stack, int at)
    {
        var pops = StackEffect.Pops(instruction, stack.Count);
        if (pops > stack.Count)
            return false;
        var popped = new bool[pops];
        for (var i = pops - 1; i >= 0; i--)
            popped[i] = stack.Pop();
        if (instruction.OpCode.Code == Code.Dup)
        {
            stack.Push(popped[0]);
            stack.Push(popped[0]);
            return true;
        }
        for (var i = 0; i < StackEffect.Pushes(instruction); i++)
            stack.Push(IsThis(instruction));
        if (!popped.Contains(true))
            return true;
        // The address of a field is taken to write there.
        if (
            instruction.OpCode.Code == Code.Stfld && popped is [true, false]
            || instruction.OpCode.Code == Code.Ldflda
        )
        {
            if (
                ((FieldReference)instruction.Operand).Resolve()?.DeclaringType
                == _constructor.DeclaringType
            )
                _writes.Add(at);
            return true;
        }
        return popped.Count(isThis => isThis) == 1 && popped[0] && KeepsObject(instruction);
    }

    private bool IsThis(Instruction instruction) =>
        instruction.OpCode.Code == Code.Ldarg_0
        || instruction.OpCode.Code is Code.Ldarg or Code.Ldarg_S
            && instruction.Operand == _constructor.Body.ThisParameter;

    /// <summary>Whether an instruction uses the new object and does not let it escape.</summary>
    private static bool KeepsObject(Instruction instruction) =>
        instruction.OpCode.Code
            is Code.Ldfld
                or Code.Pop
                or Code.Brtrue
                or Code.Brtrue_S
                or Code.Brfalse
                or Code.Brfalse_S
        || instruction.OpCode.Code == Code.Call
            && instruction.Operand is MethodReference callee
            && (callee.Name == ".ctor" ? ConstructorKeepsObject(callee) : IsAutoProperty(callee));

    /// <summary>Whether another constructor of the same object does not let it escape; one of another assembly is assumed not to.</summary>
    private static bool ConstructorKeepsObject(MethodReference constructor) =>
        constructor.DeclaringType.Scope is not ModuleDefinition
        || constructor.Resolve() is not { HasBody: true } definition
        || new Construction(definition)._escape == int.MaxValue;

    private static bool IsAutoProperty(MethodReference callee) =>
        callee.Resolve() is { IsSpecialName: true } definition
        && definition.CustomAttributes.Any(attribute =>
            attribute.AttributeType.Name == "CompilerGeneratedAttribute"
        );
}
