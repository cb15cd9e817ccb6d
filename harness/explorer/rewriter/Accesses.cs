using Katas.Harness.Explorer.Controlled;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>What the instructions of array elements and references load and store.</summary>
internal static class Accesses
{
    public static bool IsElementLoad(Code code) =>
        code is >= Code.Ldelem_I1 and <= Code.Ldelem_Ref or Code.Ldelem_Any;

    public static bool IsIndirectLoad(Code code) =>
        code is >= Code.Ldind_I1 and <= Code.Ldind_Ref or Code.Ldobj;

    /// <summary>Whether values of a type are read and written in one piece.</summary>
    public static bool IsAtomic(TypeReference type) =>
        type switch
        {
            PointerType or ByReferenceType or FunctionPointerType => false,
            GenericParameter => true,
            _ => !type.IsValueType || type.IsPrimitive || type.Resolve()?.IsEnum == true,
        };

    /// <summary>Whether values of a type may have more than a word.</summary>
    public static bool MayBeTorn(Instruction instruction, TypeReference type) =>
        instruction.Previous?.OpCode.OpCodeType != OpCodeType.Prefix
        && type switch
        {
            PointerType or ByReferenceType or FunctionPointerType => false,
            GenericParameter parameter => !parameter.HasReferenceTypeConstraint,
            _ => !IsAtomic(type),
        };

    /// <summary>The type of the value that an instruction loads from an array or through a reference.</summary>
    public static TypeReference Loaded(Instruction instruction, ModuleDefinition module) =>
        instruction.OpCode.Code switch
        {
            Code.Ldelem_I or Code.Ldind_I => module.TypeSystem.IntPtr,
            Code.Ldelem_I1 or Code.Ldind_I1 => module.TypeSystem.SByte,
            Code.Ldelem_U1 or Code.Ldind_U1 => module.TypeSystem.Byte,
            Code.Ldelem_I2 or Code.Ldind_I2 => module.TypeSystem.Int16,
            Code.Ldelem_U2 or Code.Ldind_U2 => module.TypeSystem.UInt16,
            Code.Ldelem_I4 or Code.Ldind_I4 => module.TypeSystem.Int32,
            Code.Ldelem_U4 or Code.Ldind_U4 => module.TypeSystem.UInt32,
            Code.Ldelem_I8 or Code.Ldind_I8 => module.TypeSystem.Int64,
            Code.Ldelem_R4 or Code.Ldind_R4 => module.TypeSystem.Single,
            Code.Ldelem_R8 or Code.Ldind_R8 => module.TypeSystem.Double,
            Code.Ldelem_Ref or Code.Ldind_Ref => module.TypeSystem.Object,
            _ => (TypeReference)instruction.Operand,
        };

    /// <summary>The type of the value that an instruction stores into an array, if it does.</summary>
    public static TypeReference? StoredElement(Instruction instruction, ModuleDefinition module) =>
        instruction.OpCode.Code switch
        {
            Code.Stelem_I => module.TypeSystem.IntPtr,
            Code.Stelem_I1 or Code.Stelem_I2 or Code.Stelem_I4 => module.TypeSystem.Int32,
            Code.Stelem_I8 => module.TypeSystem.Int64,
            Code.Stelem_R4 => module.TypeSystem.Single,
            Code.Stelem_R8 => module.TypeSystem.Double,
            Code.Stelem_Ref => module.TypeSystem.Object,
            Code.Stelem_Any => (TypeReference)instruction.Operand,
            _ => null,
        };

    /// <summary>The type of the value that an instruction stores through a reference, if it does.</summary>
    public static TypeReference? StoredThrough(Instruction instruction, ModuleDefinition module) =>
        instruction.OpCode.Code switch
        {
            Code.Stind_I => module.TypeSystem.IntPtr,
            Code.Stind_I1 or Code.Stind_I2 or Code.Stind_I4 => module.TypeSystem.Int32,
            Code.Stind_I8 => module.TypeSystem.Int64,
            Code.Stind_R4 => module.TypeSystem.Single,
            Code.Stind_R8 => module.TypeSystem.Double,
            Code.Stind_Ref => module.TypeSystem.Object,
            Code.Stobj => (TypeReference)instruction.Operand,
            _ => null,
        };

    /// <summary>Whether an instruction leaves a reference that may point to something shared (and not a value, or a reference to a local variable).</summary>
    public static bool IsSharedAddress(Instruction? instruction, MethodDefinition method) =>
        instruction?.OpCode.Code switch
        {
            Code.Ldflda or Code.Ldsflda or Code.Ldelema => true,
            Code.Ldloc => ((VariableDefinition)instruction.Operand).VariableType.IsByReference,
            Code.Ldarg => IsReference((ParameterDefinition)instruction.Operand, method),
            Code.Call or Code.Callvirt => ReturnsReference((MethodReference)instruction.Operand),
            Code.Volatile or Code.Unaligned => IsSharedAddress(instruction.Previous, method),
            _ => false,
        };

    private static bool ReturnsReference(MethodReference method) =>
        method.ReturnType.IsByReference
        || method
            is {
                Name: nameof(SchedulingPoints.Address)
                    or nameof(SchedulingPoints.AddressStatic)
                    or nameof(SchedulingPoints.AddressOfElement),
                DeclaringType.Name: nameof(SchedulingPoints)
            }
        || method
            is {
                Name: nameof(SchedulingPoints.ReadThrough)
                    or nameof(SchedulingPoints.WriteThrough)
                    or nameof(SchedulingPoints.ReadByCall)
                    or nameof(SchedulingPoints.WriteByCall),
                DeclaringType.Name: nameof(SchedulingPoints)
            };

    private static bool IsReference(ParameterDefinition parameter, MethodDefinition method) =>
        parameter.Index < 0
            ? method.DeclaringType.IsValueType && !Fields.IsStateMachine(method.DeclaringType)
            : parameter.ParameterType.IsByReference;
}
