using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>What an instruction takes from the stack, leaves on it, and where it may jump to.</summary>
internal static class StackEffect
{
    /// <summary>How many values an instruction takes.</summary>
    public static int Pops(Instruction instruction, int depth) =>
        instruction.OpCode.StackBehaviourPop switch
        {
            StackBehaviour.Pop0 => 0,
            StackBehaviour.PopAll => depth,
            StackBehaviour.Varpop when instruction.Operand is IMethodSignature callee => callee
                .Parameters
                .Count + Extra(instruction.OpCode.Code, callee),
            StackBehaviour.Varpop => depth,
            // The name lists them: Popref_popi_popi8.
            var several => several.ToString().Split('_').Length,
        };

    /// <summary>How many values an instruction leaves.</summary>
    public static int Pushes(Instruction instruction) =>
        instruction.OpCode.StackBehaviourPush switch
        {
            StackBehaviour.Push0 => 0,
            StackBehaviour.Push1_push1 => 2,
            StackBehaviour.Varpush => ReturnsNothing((IMethodSignature)instruction.Operand) ? 0 : 1,
            _ => 1,
        };

    /// <summary>Where an instruction may jump to.</summary>
    public static Instruction[] Targets(Instruction instruction) =>
        instruction.Operand switch
        {
            Instruction target => [target],
            Instruction[] targets => targets,
            _ => [],
        };

    private static int Extra(Code code, IMethodSignature callee) =>
        (callee.HasThis && code != Code.Newobj ? 1 : 0) + (code == Code.Calli ? 1 : 0);

    // The setter of an init property returns void with a modifier.
    private static bool ReturnsNothing(IMethodSignature callee) =>
        (
            callee.ReturnType is IModifierType modified ? modified.ElementType : callee.ReturnType
        ).MetadataType == MetadataType.Void;
}
