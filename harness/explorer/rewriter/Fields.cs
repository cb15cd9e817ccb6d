using Mono.Cecil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Which fields may be shared, and of which type they are where they are used.</summary>
internal static class Fields
{
    /// <summary>The field, when two threads may conflict about it, be it read-only or not: not the compiler's own.</summary>
    public static FieldDefinition? Shared(FieldReference reference)
    {
        if (reference.Resolve() is not { } field)
            return null;
        var type = field.DeclaringType;
        return field.IsLiteral || IsStateMachine(type) || IsCache(type) ? null : field;
    }

    /// <summary>Whether each thread has a static field for itself.</summary>
    public static bool IsOfThread(FieldDefinition field) =>
        field.IsStatic
        && field.CustomAttributes.Any(a =>
            a.AttributeType.FullName == typeof(ThreadStaticAttribute).FullName
        );

    /// <summary>Whether a read-only field may hold what is locked on, so that reports want its name.</summary>
    public static bool MayHoldLock(FieldReference field) =>
        field.DeclaringType.Scope is ModuleDefinition
        && !field.FieldType.IsValueType
        && !field.FieldType.IsGenericParameter
        && field.Resolve() is { IsInitOnly: true } definition
        && !IsStateMachine(definition.DeclaringType);

    /// <summary>Whether the field is part of a structure, so that it is reached through a reference or in a copy.</summary>
    public static bool IsOfStructure(FieldReference field) =>
        field.DeclaringType.IsValueType || field.DeclaringType.Resolve()?.IsValueType == true;

    /// <summary>Whether calling a structure's member leaves it as it is.</summary>
    public static bool OnlyReads(MethodReference member) =>
        member.Name.StartsWith("get_", StringComparison.Ordinal)
        || member.Name
            is "ToString"
                or "Equals"
                or "GetHashCode"
                or "CompareTo"
                or "GetValueOrDefault"
        || member
            .DeclaringType.Resolve()
            ?.CustomAttributes.Any(a => a.AttributeType.Name == "IsReadOnlyAttribute") == true;

    /// <summary>Whether the type holds the local variables of one run of an async method or iterator.</summary>
    public static bool IsStateMachine(TypeDefinition type) =>
        type.Name.StartsWith('<')
        && type.Interfaces.Any(i =>
            i.InterfaceType.FullName
                is "System.Runtime.CompilerServices.IAsyncStateMachine"
                    or "System.Collections.IEnumerator"
        );

    /// <summary>The type of a field, with the type arguments of the place where it is used.</summary>
    public static TypeReference TypeOf(FieldReference field) =>
        field.DeclaringType is GenericInstanceType generic
            ? TypeArguments.Substitute(field.FieldType, generic)
            : field.FieldType;

    /// <summary>Where the compiler keeps delegates, constants and dynamic calls, filled once, the same for all; and where measurements are kept.</summary>
    private static bool IsCache(TypeDefinition type) =>
        type.Name is "<>c" or "<>O" or Rewriter.Measurements
        || type.FullName == "System.Runtime.CompilerServices.CallSite`1"
        || type.Name.StartsWith("<>c__", StringComparison.Ordinal)
            && !type.Name.Contains("DisplayClass", StringComparison.Ordinal)
        || type.Name.StartsWith("<>O", StringComparison.Ordinal)
        || type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal);
}
