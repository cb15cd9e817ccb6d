using Katas.Harness.Explorer.Controlled;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Calls: what synchronises is replaced, what may block is noted.</summary>
internal sealed partial class MethodRewriter
{
    private void Call(Instruction instruction, MethodReference callee)
    {
        var code = instruction.OpCode.Code;
        if (callee.DeclaringType is ArrayType array)
        {
            CallOfArray(instruction, callee, array);
            return;
        }
        if (callee.DeclaringType.Scope == method.Module)
            return;
        var isGroup = code is Code.Ldftn or Code.Ldvirtftn;
        if (replacements.Find(callee, code == Code.Newobj) is { } replacement)
        {
            if (isGroup)
            {
                HandOn(instruction, callee, replacement);
                return;
            }
            if (instruction.Previous is { OpCode.Code: Code.Constrained } prefix)
                (prefix.OpCode, prefix.Operand) = (OpCodes.Nop, null);
            Replace(
                instruction,
                Number(SiteOf(instruction, callee)),
                _il.Create(OpCodes.Call, replacement)
            );
            return;
        }
        var hasPrefix = instruction.Previous?.OpCode.OpCodeType == OpCodeType.Prefix;
        var refusal =
            hasPrefix ? null
            : Callees.IsRefused(callee) ? nameof(SchedulingPoints.Refuse)
            : Callees.StartsThreads(callee) && !isGroup
                ? nameof(SchedulingPoints.FailUncontrolledThreads)
            : null;
        if (refusal is not null)
        {
            Replace(
                instruction,
                Number(Site(Callees.Name(callee))),
                CallPoint(refusal),
                instruction
            );
            return;
        }
        if (code is not (Code.Call or Code.Callvirt) || hasPrefix)
            return;
        List<Instruction> sequence = [instruction];
        if (Callees.MayBlock(callee))
        {
            sequence.InsertRange(
                0,
                [Number(Site(Callees.Name(callee))), CallPoint(nameof(SchedulingPoints.BeforeCall))]
            );
            sequence.Add(CallPoint(nameof(SchedulingPoints.AfterCall)));
        }
        if (Collections.IsFirstIn(callee))
            sequence.InsertRange(0, CollectionPoint(callee));
        if (sequence.Count > 1)
            Replace(instruction, [.. sequence]);
    }

    /// <summary>
    /// Whether a handler is the compiler's own, which ends the task of an async method. It has to catch even the end of a schedule: an exception
    /// that leaves the method may reach code of the framework, which ends the process.
    /// </summary>
    private static bool EndsTask(ExceptionHandler handler)
    {
        for (var i = handler.HandlerStart; i != handler.HandlerEnd; i = i.Next)
        {
            if (
                i.Operand is MethodReference { Name: "SetException" } callee
                && callee.DeclaringType.Name.Contains("Builder", StringComparison.Ordinal)
            )
                return true;
        }
        return false;
    }

    /// <summary>Replaces a method group, as in <c>new Thread(barrier.SignalAndWait)</c>, by one of a method that calls the stand-in.</summary>
    private void HandOn(
        Instruction instruction,
        MethodReference callee,
        MethodReference replacement
    )
    {
        var site = Site(Callees.Name(callee));
        if (MethodGroups.Create(method.Module, replacement, site) is not { } group)
        {
            Replace(
                instruction,
                Number(site),
                CallPoint(nameof(SchedulingPoints.Refuse)),
                instruction
            );
            return;
        }
        var load = _il.Create(OpCodes.Ldftn, group);
        if (instruction.OpCode.Code == Code.Ldvirtftn)
            Replace(instruction, _il.Create(OpCodes.Pop), load);
        else
            Replace(instruction, load);
    }

    /// <summary>A scheduling point for the collection that is the first argument of a call. The arguments above it on the stack are stored meanwhile.</summary>
    private IEnumerable<Instruction> CollectionPoint(MethodReference callee)
    {
        var arguments = callee
            .Parameters.Skip(callee.HasThis ? 0 : 1)
            .Select(
                (parameter, i) =>
                    Temporary(
                        TypeArguments.Substitute(
                            parameter.ParameterType,
                            callee.DeclaringType as GenericInstanceType,
                            callee as GenericInstanceMethod
                        ),
                        $"argument {i}"
                    )
            )
            .ToList();
        return
        [
            .. Enumerable.Reverse(arguments).Select(Store),
            Dup(),
            Number(Site(Callees.Name(callee))),
            CallPoint(Collections.Point(callee)),
            .. arguments.Select(Load),
        ];
    }

    private int SiteOf(Instruction call, MethodReference callee) =>
        callee is { Name: "EnterScope", DeclaringType.Name: "Lock" }
            ? LockSite(call, Callees.Name(callee))
            : Site(Callees.Name(callee));
}
