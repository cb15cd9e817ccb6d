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
        if (ReplacementOf(instruction, callee) is { } replacement)
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
        if (!hasPrefix && Callees.IsRefused(callee))
            Refuse(instruction, callee);
        else if (!isGroup && !hasPrefix)
            Observe(instruction, callee);
    }

    /// <summary>What stands in for a member. A structure that is reached through an interface may have its own.</summary>
    private MethodReference? ReplacementOf(Instruction instruction, MethodReference callee)
    {
        if (
            instruction.Previous is not { OpCode.Code: Code.Constrained } prefix
            || callee.DeclaringType.Resolve()?.IsInterface != true
        )
            return replacements.Find(callee, instruction.OpCode.Code == Code.Newobj);
        var type = (TypeReference)prefix.Operand;
        if (type.Resolve()?.IsValueType != true)
            return null;
        var own = new MethodReference(callee.Name, callee.ReturnType, type) { HasThis = true };
        foreach (var parameter in callee.Parameters)
            own.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        return replacements.Find(own, isNew: false);
    }

    private void Refuse(Instruction instruction, MethodReference callee) =>
        Replace(
            instruction,
            Number(Site(Callees.Name(callee))),
            CallPoint(nameof(SchedulingPoints.Refuse)),
            instruction
        );

    /// <summary>Puts scheduling points before a call that stays: for what it may change or look into, and the note of a call that may block.</summary>
    private void Observe(Instruction instruction, MethodReference callee)
    {
        List<Instruction> sequence = [.. ObjectPoints(instruction, callee)];
        var isCall = instruction.OpCode.Code is Code.Call or Code.Callvirt;
        if (isCall && Callees.MayBlock(callee))
        {
            sequence.AddRange([
                Number(Site(Callees.Name(callee))),
                CallPoint(nameof(SchedulingPoints.BeforeCall)),
                instruction,
                CallPoint(nameof(SchedulingPoints.AfterCall)),
            ]);
        }
        else
        {
            sequence.Add(instruction);
        }
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
            Refuse(instruction, callee);
            return;
        }
        var load = _il.Create(OpCodes.Ldftn, group);
        if (instruction.OpCode.Code == Code.Ldvirtftn)
            Replace(instruction, _il.Create(OpCodes.Pop), load);
        else
            Replace(instruction, load);
    }

    /// <summary>
    /// Scheduling points for what a call is made on, and for the collections that it is given. The arguments above them on the stack are stored meanwhile.
    /// </summary>
    private List<Instruction> ObjectPoints(Instruction instruction, MethodReference callee)
    {
        var own = instruction.OpCode.Code == Code.Newobj ? null : Callees.PointOfReceiver(callee);
        var arguments = callee
            .Parameters.Select(
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
        var read = arguments.Where(argument => Collections.MayBe(argument.VariableType)).ToList();
        if (own is null && (read.Count == 0 || !Callees.IsOfTheFramework(callee)))
            return [];
        return
        [
            .. Enumerable.Reverse(arguments).Select(Store),
            .. own is null
                ? []
                : new[] { Dup(), Number(Site(Callees.Name(callee))), CallPoint(own) },
            .. read.SelectMany(argument =>
                new[]
                {
                    Load(argument),
                    Number(Site(Callees.Name(callee))),
                    CallPoint(nameof(SchedulingPoints.ReadCollection)),
                }
            ),
            .. arguments.Select(Load),
        ];
    }

    private int SiteOf(Instruction call, MethodReference callee) =>
        callee is { Name: "EnterScope", DeclaringType.Name: "Lock" }
            ? LockSite(call, Callees.Name(callee))
            : Site(Callees.Name(callee));
}
