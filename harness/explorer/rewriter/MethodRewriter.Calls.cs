using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Calls: what synchronises is replaced, what may block is noted.</summary>
internal sealed partial class MethodRewriter
{
    private void Call(Instruction instruction, MethodReference callee)
    {
        var code = instruction.OpCode.Code;
        if (callee.DeclaringType.Scope == method.Module || callee.DeclaringType is ArrayType)
            return;
        if (replacements.Find(callee, code == Code.Newobj) is { } replacement)
        {
            if (code is Code.Ldftn or Code.Ldvirtftn)
                return;
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
        if (
            Callees.StartsThreads(callee)
            && !hasPrefix
            && code is not (Code.Ldftn or Code.Ldvirtftn)
        )
        {
            Replace(
                instruction,
                Number(Site(Callees.Name(callee))),
                CallPoint("StartsThreads"),
                instruction
            );
            return;
        }
        if (code is not (Code.Call or Code.Callvirt) || hasPrefix)
            return;
        List<Instruction> sequence = [instruction];
        if (Callees.MayBlock(callee))
        {
            sequence.InsertRange(0, [Number(Site(Callees.Name(callee))), CallPoint("Calls")]);
            sequence.Add(CallPoint("Called"));
        }
        if (Collections.IsFirstIn(callee))
            sequence.InsertRange(0, Touch(callee));
        if (sequence.Count > 1)
            Replace(instruction, [.. sequence]);
    }

    /// <summary>The step on the collection that a call is given first. The other arguments lie above it, and are put aside meanwhile.</summary>
    private IEnumerable<Instruction> Touch(MethodReference callee)
    {
        var arguments = callee
            .Parameters.Skip(callee.HasThis ? 0 : 1)
            .Select(
                (parameter, i) =>
                    Temporary(
                        TypeArguments.Fill(
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
