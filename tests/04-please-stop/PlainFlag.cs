using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Katas.PleaseStop;

/// <summary>
/// Reads compiled code to find a flag that two threads share with nothing to make the one see what the other wrote. No test that runs the
/// code can show this: whether the compiler keeps the flag in a register differs from build to build.
/// </summary>
internal static class PlainFlag
{
    private const BindingFlags All =
        BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The name of the plain field that a method sets, if that is all it does to tell others; otherwise <see langword="null"/>.</summary>
    public static string? SetBy(Type type, string method)
    {
        var instructions = Read(type, type.GetMethod(method, All)!);
        // Whatever is called outside the class (an event, a token, a lock, Volatile, Interlocked) orders memory.
        if (instructions.Any(step => step.Code == OpCodes.Volatile || IsCall(step, type)))
            return null;
        var field = instructions
            .Where(step => step.Code == OpCodes.Stfld || step.Code == OpCodes.Stsfld)
            .Select(step => type.Module.ResolveField(step.Token)!)
            .FirstOrDefault();
        return field is null || IsReadByReference(type, field) ? null : field.Name;
    }

    /// <summary>Volatile.Read takes the field's address.</summary>
    private static bool IsReadByReference(Type type, FieldInfo field) =>
        type.GetNestedTypes(All)
            .Append(type)
            .SelectMany(part => part.GetMethods(All))
            .SelectMany(method => Decode(method))
            .Any(step =>
                (step.Code == OpCodes.Ldflda || step.Code == OpCodes.Ldsflda)
                && type.Module.ResolveField(step.Token) == field
            );

    private static bool IsCall(Instruction step, Type type) =>
        step.Code.OperandType == OperandType.InlineMethod
        && type.Module.ResolveMethod(step.Token)!.DeclaringType != type;

    /// <summary>A method's instructions, and those of the methods of its own class that it calls, such as a property's setter.</summary>
    private static List<Instruction> Read(Type type, MethodBase method)
    {
        var own = Decode(method);
        var called = own.Where(step => step.Code.OperandType == OperandType.InlineMethod)
            .Select(step => type.Module.ResolveMethod(step.Token)!)
            .Where(callee => callee.DeclaringType == type && callee != method)
            .SelectMany(callee => Decode(callee));
        return [.. own, .. called];
    }

    private static List<Instruction> Decode(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var instructions = new List<Instruction>();
        for (var at = 0; at < code.Length; )
        {
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            var opCode = OpCodesByValue[value];
            at += opCode.Size;
            var size = OperandSize(opCode.OperandType, code.AsSpan(at));
            var token = size == 4 ? BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)) : 0;
            instructions.Add(new Instruction(opCode, token));
            at += size;
        }
        return instructions;
    }

    private static int OperandSize(OperandType operand, ReadOnlySpan<byte> rest) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget
            or OperandType.ShortInlineI
            or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(rest),
            _ => 4,
        };

    private sealed record Instruction(OpCode Code, int Token);
}
