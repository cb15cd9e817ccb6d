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
        if (code is Code.Call or Code.Callvirt && !hasPrefix && Callees.MayBlock(callee))
        {
            Replace(
                instruction,
                Number(Site(Callees.Name(callee))),
                CallPoint("Calls"),
                instruction,
                CallPoint("Called")
            );
        }
    }

    private int SiteOf(Instruction call, MethodReference callee) =>
        callee is { Name: "EnterScope", DeclaringType.Name: "Lock" }
            ? LockSite(call, Callees.Name(callee))
            : Site(Callees.Name(callee));
}
