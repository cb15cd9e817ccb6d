using System.Threading.Tasks.Sources;
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
        if (code == Code.Call && IsBaseConstructor(callee))
        {
            CallBaseConstructor(instruction, callee);
            return;
        }
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
        else if (isGroup)
            HandOnObserved(instruction, callee);
        else if (!hasPrefix && Collections.IsTurn(callee))
            TakeTurn(instruction, callee);
        else if (!hasPrefix && Collections.UsesLentArray(callee))
            UseLentArray(instruction, callee);
        else if (!hasPrefix)
            Observe(instruction, callee);
        else if (Collections.IsOne(callee))
            ObserveThroughReference(instruction, callee);
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

    /// <summary>Whether a constructor calls that of its base, one that has a stand-in where an object is made by <c>new</c>.</summary>
    private bool IsBaseConstructor(MethodReference callee) =>
        callee.Name == ".ctor"
        && method.IsConstructor
        && method.DeclaringType.BaseType?.FullName == callee.DeclaringType.FullName
        && replacements.Find(callee, isNew: true) is not null;

    private void CallBaseConstructor(Instruction instruction, MethodReference callee)
    {
        var type = callee.DeclaringType.GetElementType().FullName;
        if (type == typeof(Lazy<>).FullName)
        {
            var arguments = Arguments(callee);
            Replace(
                instruction,
                Store(arguments[1]),
                Store(arguments[0]),
                Dup(),
                Load(arguments[0]),
                Number(Site(Callees.Name(callee))),
                CallPoint(
                    nameof(SchedulingPoints.FactoryOf),
                    ((GenericInstanceType)callee.DeclaringType).GenericArguments[0]
                ),
                Load(arguments[1]),
                instruction
            );
        }
        else if (
            type == typeof(TaskCompletionSource).FullName
            || type == typeof(TaskCompletionSource<>).FullName
        )
        {
            var options = Temporary(callee.Parameters[^1].ParameterType, "options");
            Replace(
                instruction,
                Dup(),
                Store(options),
                CallPoint(nameof(SchedulingPoints.OptionsOf)),
                instruction,
                _il.Create(OpCodes.Ldarg, _body.ThisParameter),
                Load(options),
                CallPoint(nameof(SchedulingPoints.Derived))
            );
        }
        else if (callee.Parameters.Count > 0 && !IsAsGiven(type))
        {
            Refuse(instruction, callee);
        }
    }

    // What stands in for their constructors does nothing else.
    private static bool IsAsGiven(string type) =>
        type == typeof(EventWaitHandle).FullName || type == typeof(Semaphore).FullName;

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
        List<Instruction> sequence =
        [
            .. ExternalPoint(callee),
            .. ObjectPoints(instruction, callee),
        ];
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

    private Instruction[] ExternalPoint(MethodReference callee) =>
        Callees.ExternalUse(callee) is var (resource, isRead)
            ?
            [
                Number((int)resource),
                Number(Site(Callees.Name(callee))),
                CallPoint(
                    isRead
                        ? nameof(SchedulingPoints.ReadExternal)
                        : nameof(SchedulingPoints.WriteExternal)
                ),
            ]
            : [];

    /// <summary>
    /// Whether a handler is the compiler's own, which ends the task of an async method or of an async iterator's step. It has to catch even the end
    /// of a schedule: an exception that leaves the method may reach code of the framework, which ends the process.
    /// </summary>
    private static bool EndsTask(ExceptionHandler handler)
    {
        for (var i = handler.HandlerStart; i != handler.HandlerEnd; i = i.Next)
        {
            if (
                i.Operand is MethodReference { Name: "SetException" } callee
                && (
                    callee.DeclaringType.Name.Contains("Builder", StringComparison.Ordinal)
                    || callee.DeclaringType.Name.StartsWith(
                        nameof(ManualResetValueTaskSourceCore<>),
                        StringComparison.Ordinal
                    )
                )
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
        if (groups.OfReplacement(method, callee, replacement, site) is not { } group)
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

    /// <summary>Replaces a method group of an object that threads may share, as in <c>new Thread(queue.Clear)</c>, by one with a scheduling point.</summary>
    private void HandOnObserved(Instruction instruction, MethodReference callee)
    {
        if (Callees.PointOfReceiver(callee) is not { } name)
            return;
        var (point, site) = (points[name], Site(Callees.Name(callee)));
        var member = callee.Resolve();
        // That of a base, whatever the object overrides.
        var isOfBase = instruction.OpCode.Code == Code.Ldftn && member is { IsVirtual: true };
        var group =
            isOfBase || member is { IsPublic: false }
                ? groups.OfInherited(
                    method,
                    callee,
                    point,
                    site,
                    isOfBase ? OpCodes.Call : OpCodes.Callvirt
                )
                : groups.OfObserved(method, callee, point, site);
        if (group is null)
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

    /// <summary>Puts a scheduling point before a call on what a type parameter stands for, which lies behind a reference.</summary>
    private void ObserveThroughReference(Instruction instruction, MethodReference callee)
    {
        if (
            instruction.Previous
                is not { OpCode.Code: Code.Constrained, Operand: TypeReference type }
            || !type.IsGenericParameter
        )
            return;
        var arguments = Arguments(callee);
        Replace(
            instruction,
            [
                .. Enumerable.Reverse(arguments).Select(Store),
                Dup(),
                Number(Site(Callees.Name(callee))),
                CallPoint(
                    Collections.Point(callee) == nameof(SchedulingPoints.ReadCollection)
                        ? nameof(SchedulingPoints.ReadCollectionThrough)
                        : nameof(SchedulingPoints.WriteCollectionThrough),
                    type
                ),
                .. arguments.Select(Load),
                instruction,
            ]
        );
    }

    /// <summary>Puts a scheduling point before a call on a structure that refers to an array.</summary>
    private void UseLentArray(Instruction instruction, MethodReference callee)
    {
        var arguments = Arguments(callee);
        Replace(
            instruction,
            [
                .. Enumerable.Reverse(arguments).Select(Store),
                Dup(),
                Number(Site(Callees.Name(callee))),
                CallPoint(Collections.PointOfLentArray(callee), callee.DeclaringType),
                .. arguments.Select(Load),
                instruction,
            ]
        );
    }

    private List<VariableDefinition> Arguments(MethodReference callee) =>
        [
            .. TypeArguments
                .ParametersOf(callee)
                .Select((type, i) => Temporary(type, $"argument {i}")),
        ];

    private void TakeTurn(Instruction instruction, MethodReference callee) =>
        Replace(
            instruction,
            Dup(),
            Number(Site(Callees.Name(callee))),
            CallPoint(nameof(SchedulingPoints.NextTurn), callee.DeclaringType),
            instruction
        );

    /// <summary>Whether an enumerator is in a variable of the method alone, as that of a <c>foreach</c> is.</summary>
    private static bool IsOwnEnumerator(Instruction call) =>
        call.Previous.OpCode.Code is Code.Ldloc or Code.Dup
        || call.Previous
            is { OpCode.Code: Code.Ldfld, Operand: FieldReference { DeclaringType: var owner } }
            && owner.Resolve() is { } type
            && Fields.IsStateMachine(type);

    /// <summary>
    /// Scheduling points for what a call is made on, and for the collections that it is given. The arguments above them on the stack are stored meanwhile.
    /// </summary>
    private List<Instruction> ObjectPoints(Instruction instruction, MethodReference callee)
    {
        var own = PointOfReceiver(instruction, callee);
        var arguments = Arguments(callee);
        var read = Collections.MakesQuery(callee)
            ? []
            : arguments
                .Where(argument =>
                    Collections.MayBe(argument.VariableType)
                    || (Collections.ReadsAll(callee) && IsArrayOfOthers(instruction, argument))
                )
                .ToList();
        var used = Collections.UsesArrays(callee)
            ? arguments
                .Where(argument => IsArrayOfOthers(instruction, argument))
                .Except(read)
                .ToList()
            : [];
        if (
            own is null
            && used.Count == 0
            && (read.Count == 0 || !Callees.IsOfTheFramework(callee))
        )
            return [];
        return
        [
            .. Enumerable.Reverse(arguments).Select(Store),
            .. own is null
                ? (Instruction[])[]
                :
                [
                    Dup(),
                    .. UnlessOverridden(instruction, callee),
                    Number(Site(Callees.Name(callee))),
                    CallPoint(own),
                ],
            .. read.SelectMany(argument =>
                new[]
                {
                    Load(argument),
                    Number(Site(Callees.Name(callee))),
                    CallPoint(PointOfCollection(callee, isFirst: argument == arguments[0])),
                }
            ),
            .. used.SelectMany(argument =>
                new[]
                {
                    Load(argument),
                    Number(Site(Callees.Name(callee))),
                    CallPoint(
                        Collections.OnlyReadsArrays(callee)
                            ? nameof(SchedulingPoints.ObserveArray)
                            : nameof(SchedulingPoints.ChangeArray)
                    ),
                }
            ),
            .. arguments.Select(Load),
        ];
    }

    private static string PointOfCollection(MethodReference callee, bool isFirst) =>
        isFirst && Collections.ChangesItsArgument(callee) ? nameof(SchedulingPoints.WriteCollection)
        : isFirst && Collections.LendsItsArgument(callee) ? nameof(SchedulingPoints.LendCollection)
        : Collections.ReadsAll(callee) ? nameof(SchedulingPoints.ReadItems)
        : nameof(SchedulingPoints.ReadCollection);

    private Instruction[] UnlessOverridden(Instruction instruction, MethodReference callee) =>
        instruction.OpCode.Code == Code.Callvirt && overrides.MayBeOf(callee)
            ?
            [
                _il.Create(OpCodes.Ldstr, callee.Name),
                Number(callee.Parameters.Count),
                CallPoint(nameof(SchedulingPoints.UnlessOverridden)),
            ]
            : [];

    /// <summary>Whether an argument is an array that was not made for this call, as the compiler does it for <c>params</c>.</summary>
    private bool IsArrayOfOthers(Instruction call, VariableDefinition argument) =>
        (argument.VariableType.IsArray || argument.VariableType.FullName == "System.Array")
        && Accesses.StoredElement(call.Previous, method.Module) is null;

    private static string? PointOfReceiver(Instruction instruction, MethodReference callee)
    {
        if (instruction.OpCode.Code == Code.Newobj)
            return null;
        if (!Collections.IsOfEnumerator(callee))
            return Callees.PointOfReceiver(callee);
        return IsOwnEnumerator(instruction) ? null : nameof(SchedulingPoints.UseEnumerator);
    }

    private int SiteOf(Instruction call, MethodReference callee) =>
        callee is { Name: "EnterScope", DeclaringType.Name: "Lock" }
            ? LockSite(call, Callees.Name(callee))
            : Site(Callees.Name(callee));
}
