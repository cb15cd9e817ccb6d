using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>
/// Writes out what <c>[MethodImpl(MethodImplOptions.Synchronized)]</c> means, a lock around the whole body, on the object or, for a static method,
/// on the type: the runtime's own lock is taken before a single instruction runs, where no scheduling point could be.
/// </summary>
internal sealed class SynchronizedMethod(MethodDefinition method)
{
    private readonly MethodBody _body = method.Body;
    private readonly ILProcessor _il = method.Body.GetILProcessor();

    public void Expand()
    {
        method.IsSynchronized = false;
        _body.SimplifyMacros();
        var first = _body.Instructions[0];
        var (handler, end) = (_il.Create(OpCodes.Nop), _il.Create(OpCodes.Nop));
        var result = method.ReturnType.MetadataType == MetadataType.Void ? null : NewVariable();

        foreach (var leaving in _body.Instructions.Where(i => i.OpCode == OpCodes.Ret).ToList())
            ReplaceReturn(leaving, end, result);
        foreach (var enter in Call(nameof(Monitor.Enter)))
            _il.InsertBefore(first, enter);
        Append([handler, .. Call(nameof(Monitor.Exit)), _il.Create(OpCodes.Endfinally), end]);
        if (result is not null)
            _il.Append(_il.Create(OpCodes.Ldloc, result));
        _il.Append(_il.Create(OpCodes.Ret));
        // Last, for a handler that encloses others has to come after them.
        _body.ExceptionHandlers.Add(
            new ExceptionHandler(ExceptionHandlerType.Finally)
            {
                TryStart = first,
                TryEnd = handler,
                HandlerStart = handler,
                HandlerEnd = end,
            }
        );
        _body.OptimizeMacros();
    }

    /// <summary>Replaces a return by leaving the lock with the result in a variable.</summary>
    private void ReplaceReturn(Instruction leaving, Instruction end, VariableDefinition? result)
    {
        if (result is null)
        {
            (leaving.OpCode, leaving.Operand) = (OpCodes.Leave, end);
            return;
        }
        (leaving.OpCode, leaving.Operand) = (OpCodes.Stloc, result);
        _il.InsertAfter(leaving, _il.Create(OpCodes.Leave, end));
    }

    private VariableDefinition NewVariable()
    {
        var variable = new VariableDefinition(method.ReturnType);
        _body.Variables.Add(variable);
        _body.InitLocals = true;
        return variable;
    }

    private void Append(IEnumerable<Instruction> instructions)
    {
        foreach (var instruction in instructions)
            _il.Append(instruction);
    }

    /// <summary>A call of <see cref="Monitor"/> with what the method locks.</summary>
    private List<Instruction> Call(string name)
    {
        var module = method.Module;
        List<Instruction> load = method.HasThis
            ? [_il.Create(OpCodes.Ldarg, _body.ThisParameter)]
            :
            [
                _il.Create(OpCodes.Ldtoken, TypeArguments.SelfOf(method.DeclaringType)),
                _il.Create(
                    OpCodes.Call,
                    module.ImportReference(typeof(Type).GetMethod(nameof(Type.GetTypeFromHandle)))
                ),
            ];
        return
        [
            .. load,
            _il.Create(
                OpCodes.Call,
                module.ImportReference(typeof(Monitor).GetMethod(name, [typeof(object)]))
            ),
        ];
    }
}
