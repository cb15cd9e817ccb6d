using Katas.Harness.Explorer.Controlled;
using Katas.Harness.Explorer.Sites;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>
/// Static constructors for which it matters when they run: those that do more than make what their own type holds. Each is moved to a method that
/// can be run in every schedule, and wherever the runtime would initialise the type there is a scheduling point for it.
/// </summary>
internal sealed class StaticConstructors
{
    private readonly ModuleDefinition _module;
    private readonly Dictionary<TypeDefinition, bool> _plain = [];
    private readonly HashSet<TypeDefinition> _moved = [];

    public StaticConstructors(ModuleDefinition module)
    {
        _module = module;
        _moved.UnionWith(
            module
                .GetAllTypes()
                .Where(type => !type.Name.StartsWith('<') && !IsPlain(type))
                .ToList()
        );
    }

    /// <summary>Moves them.</summary>
    public void Move(SchedulingPointMethods points)
    {
        foreach (var type in _moved)
        {
            var moved = Own(type)!;
            moved.Name = StaticInitialisers.Moved;
            moved.Attributes =
                MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.HideBySig;
            var constructor = new MethodDefinition(
                ".cctor",
                moved.Attributes | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName,
                _module.TypeSystem.Void
            );
            var il = constructor.Body.GetILProcessor();
            il.Emit(OpCodes.Ldtoken, TypeArguments.SelfOf(type));
            il.Emit(OpCodes.Call, points[nameof(SchedulingPoints.RunStaticConstructor)]);
            il.Emit(OpCodes.Ret);
            type.Methods.Add(constructor);
        }
    }

    /// <summary>Lets the methods that they have become write to read-only fields, once all code is rewritten.</summary>
    public void OpenFields()
    {
        foreach (var field in _moved.SelectMany(type => type.Fields).Where(field => field.IsStatic))
            field.IsInitOnly = false;
    }

    /// <summary>Whether a method begins by initialising its type: a static method or constructor of one whose static constructor is written out.</summary>
    public bool IsReachedBy(MethodDefinition method) =>
        (method.IsStatic || method.IsConstructor)
        && !method.DeclaringType.IsBeforeFieldInit
        && method.Name != StaticInitialisers.Moved
        && _moved.Contains(method.DeclaringType);

    /// <summary>Whether a method that uses a static field comes to the type by that, and has not done so before.</summary>
    public bool IsReachedBy(MethodDefinition method, FieldReference field) =>
        field.DeclaringType.Resolve() is { } type
        && _moved.Contains(type)
        && (
            method.DeclaringType != type
            || method.Name != StaticInitialisers.Moved
                && (type.IsBeforeFieldInit || type.IsValueType)
        );

    private static MethodDefinition? Own(TypeDefinition type) =>
        type.Methods.FirstOrDefault(method => method.IsConstructor && method.IsStatic);

    /// <summary>Whether nobody can tell when a type is initialised, as long as that is before its first use.</summary>
    private bool IsPlain(TypeDefinition type)
    {
        if (!_plain.TryGetValue(type, out var isPlain))
        {
            // Two types that need each other are not.
            _plain[type] = false;
            _plain[type] = isPlain = Own(type) is not { } own || IsPlain(own, type, []);
        }
        return isPlain;
    }

    private bool IsPlain(
        MethodDefinition method,
        TypeDefinition type,
        HashSet<MethodDefinition> seen
    )
    {
        if (!seen.Add(method))
            return true;
        if (!method.HasBody)
            return false;
        var functions = new List<MethodDefinition?>();
        var mayCallThem = false;
        foreach (var instruction in method.Body.Instructions)
        {
            switch (instruction.OpCode.Code)
            {
                case Code.Ldsfld or Code.Stsfld or Code.Ldsflda:
                    if (
                        !IsPlain((FieldReference)instruction.Operand, type, instruction.OpCode.Code)
                    )
                        return false;
                    break;
                case Code.Ldftn or Code.Ldvirtftn:
                    var function = (MethodReference)instruction.Operand;
                    if (function.DeclaringType.Scope == _module)
                        functions.Add(function.Resolve());
                    break;
                case Code.Calli:
                    return false;
                case Code.Call or Code.Callvirt or Code.Newobj:
                    var callee = (MethodReference)instruction.Operand;
                    if (!IsPlain(callee, instruction.OpCode.Code, type, seen))
                        return false;
                    mayCallThem |=
                        instruction.OpCode.Code != Code.Newobj
                        && callee.Parameters.Any(parameter => IsDelegate(parameter.ParameterType));
                    break;
            }
        }
        return !mayCallThem
            || functions.TrueForAll(function =>
                function is not null && IsPlain(function, type, seen)
            );
    }

    private bool IsPlain(FieldReference reference, TypeDefinition type, Code code)
    {
        if (reference.DeclaringType.Resolve() is not { } owner || owner.Module != _module)
            return code == Code.Ldsfld;
        return owner == type
            || owner.Name.StartsWith('<')
            || code == Code.Ldsfld
                && reference.Resolve() is { IsInitOnly: true } field
                && IsConstant(field.FieldType)
                && IsPlain(owner);
    }

    private bool IsPlain(
        MethodReference callee,
        Code code,
        TypeDefinition type,
        HashSet<MethodDefinition> seen
    )
    {
        if (callee.DeclaringType is ArrayType)
            return true;
        if (callee.DeclaringType.GetElementType().Scope != _module)
            return IsPlain(callee, code);
        if (callee.DeclaringType.Resolve() is { BaseType.FullName: "System.MulticastDelegate" })
            return code == Code.Newobj;
        return callee.Resolve() is { } definition
            && (
                code != Code.Callvirt
                || !definition.IsVirtual
                || definition.IsFinal
                || definition.DeclaringType.IsSealed
            )
            && (definition.DeclaringType == type || IsPlain(definition.DeclaringType))
            && IsPlain(definition, type, seen);
    }

    /// <summary>Whether a member of another assembly neither waits nor lets anything run at the same time.</summary>
    private static bool IsPlain(MethodReference callee, Code code)
    {
        var owner = callee.DeclaringType.GetElementType();
        var space = Callees.SpaceOf(owner);
        if (space is "System.Runtime.CompilerServices")
            return callee.Name != "GetResult"
                && !owner.Name.Contains("MethodBuilder", StringComparison.Ordinal);
        if (
            space != "System.Threading"
            && !space.StartsWith("System.Threading.", StringComparison.Ordinal)
        )
            return space != "System.Timers"
                && !owner.FullName.EndsWith(
                    "Concurrent.BlockingCollection`1",
                    StringComparison.Ordinal
                );
        if (code == Code.Newobj)
            return owner.Name is not ("Timer" or "PeriodicTimer")
                && (owner.Name != "CancellationTokenSource" || callee.Parameters.Count == 0);
        return owner.Name is "Interlocked" or "Volatile"
            || owner.FullName == "System.Threading.Channels.Channel"
            || Unrestricted.Contains(owner.FullName, callee.Name);
    }

    // What another read-only field refers to may be changed.
    private static bool IsConstant(TypeReference type) =>
        type.IsPrimitive || type.FullName == "System.String" || type.Resolve()?.IsEnum == true;

    private static bool IsDelegate(TypeReference type) =>
        type.Resolve() is { BaseType.FullName: "System.MulticastDelegate" };
}
