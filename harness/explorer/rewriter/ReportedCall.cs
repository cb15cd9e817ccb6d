using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Controlled;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>
/// Tells reports when a method of the program is entered and left, with its arguments and its result. As long as no schedule is recorded that costs one
/// static read a call. Lambdas, constructors and what the compiler has written have no name in the source, and are not told.
/// </summary>
internal sealed class ReportedCall
{
    private const string State = "<>1__state";

    // Of generic parameters that a structure on the stack may stand for; Mono.Cecil has no name for it.
    private const int AllowsByRefLike = 0x20;

    private readonly MethodDefinition _method;
    private readonly SiteMapBuilder _siteMap;
    private readonly SchedulingPointMethods _points;
    private readonly MethodBody _body;
    private readonly ILProcessor _il;

    private ReportedCall(
        MethodDefinition method,
        SiteMapBuilder siteMap,
        SchedulingPointMethods points
    )
    {
        (_method, _siteMap, _points) = (method, siteMap, points);
        (_body, _il) = (method.Body, method.Body.GetILProcessor());
    }

    /// <summary>Rewrites a method, if it has a name of its own and may take a step.</summary>
    public static void Rewrite(
        MethodDefinition method,
        SiteMapBuilder siteMap,
        SchedulingPointMethods points
    )
    {
        if (NameOf(method) is { } name && method.ReturnType is not IModifierType && Calls(method))
            new ReportedCall(method, siteMap, points).Expand(
                $"{TypeOf(method.DeclaringType)}.{name}"
            );
    }

    private static bool Calls(MethodDefinition method) =>
        method.Body.Instructions.Any(instruction =>
            instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj or Code.Calli
        );

    private void Expand(string name)
    {
        _body.SimplifyMacros();
        var first = _body.Instructions[0];
        var (handler, end, leave) = (
            _il.Create(OpCodes.Nop),
            _il.Create(OpCodes.Nop),
            _il.Create(OpCodes.Nop)
        );
        var depth = Variable(_method.Module.TypeSystem.Int32);
        var hasResult = _method.ReturnType.MetadataType != MetadataType.Void;
        var result = hasResult ? Variable(_method.ReturnType) : null;

        foreach (var leaving in _body.Instructions.Where(i => i.OpCode == OpCodes.Ret).ToList())
            ReplaceReturn(leaving, end, result);
        foreach (var entering in Enter(name, depth, first))
            _il.InsertBefore(first, entering);
        Append([
            handler,
            _il.Create(OpCodes.Ldloc, depth),
            Point(nameof(SchedulingPoints.Leave)),
            _il.Create(OpCodes.Endfinally),
            end,
            _il.Create(OpCodes.Ldloc, depth),
            _il.Create(OpCodes.Brfalse, leave),
            .. Return(depth, result),
            leave,
        ]);
        if (result is not null)
            _il.Append(_il.Create(OpCodes.Ldloc, result));
        _il.Append(_il.Create(OpCodes.Ret));
        // Last, for a handler that encloses others has to come after them.
        _body.ExceptionHandlers.Add(
            new ExceptionHandler(ExceptionHandlerType.Fault)
            {
                TryStart = first,
                TryEnd = handler,
                HandlerStart = handler,
                HandlerEnd = end,
            }
        );
        _body.OptimizeMacros();
    }

    private List<Instruction> Enter(string name, VariableDefinition depth, Instruction first)
    {
        var place = _method.DebugInformation.SequencePoints.FirstOrDefault(p => !p.IsHidden);
        var site = _il.Create(OpCodes.Ldc_I4, _siteMap.Site(_method, place, name));
        return
        [
            Point("get_" + nameof(SchedulingPoints.IsRecording)),
            _il.Create(OpCodes.Brfalse, first),
            site,
            .. IsResumable(_method)
                ? (List<Instruction>)
                    [
                        _il.Create(OpCodes.Ldarg, _body.ThisParameter),
                        _il.Create(OpCodes.Ldfld, StateField()),
                        Point(nameof(SchedulingPoints.EnterAsync)),
                    ]
                :
                [
                    _method.HasThis && !_method.DeclaringType.IsValueType
                        ? _il.Create(OpCodes.Ldarg, _body.ThisParameter)
                        : _il.Create(OpCodes.Ldnull),
                    .. Arguments(),
                    Point(nameof(SchedulingPoints.Enter)),
                ],
            _il.Create(OpCodes.Stloc, depth),
        ];
    }

    private FieldReference StateField()
    {
        var field = _method.DeclaringType.Fields.Single(field => field.Name == State);
        if (!_method.DeclaringType.HasGenericParameters)
            return field;
        var self = new GenericInstanceType(_method.DeclaringType);
        foreach (var parameter in _method.DeclaringType.GenericParameters)
            self.GenericArguments.Add(parameter);
        return new FieldReference(field.Name, field.FieldType, self);
    }

    private List<Instruction> Arguments()
    {
        List<Instruction> load =
        [
            _il.Create(OpCodes.Ldc_I4, _method.Parameters.Count),
            _il.Create(OpCodes.Newarr, _method.Module.TypeSystem.Object),
        ];
        foreach (var parameter in _method.Parameters)
        {
            load.AddRange([
                _il.Create(OpCodes.Dup),
                _il.Create(OpCodes.Ldc_I4, parameter.Index),
                .. CanBeBoxed(parameter.ParameterType)
                    ? (Instruction[])
                        [
                            _il.Create(OpCodes.Ldarg, parameter),
                            _il.Create(OpCodes.Box, parameter.ParameterType),
                        ]
                    : [Point("get_" + nameof(SchedulingPoints.Unshown))],
                _il.Create(OpCodes.Stelem_Ref),
            ]);
        }
        return load;
    }

    private Instruction[] Return(VariableDefinition depth, VariableDefinition? result) =>
        result is not null && CanBeBoxed(_method.ReturnType)
            ?
            [
                _il.Create(OpCodes.Ldloc, depth),
                _il.Create(OpCodes.Ldloc, result),
                _il.Create(OpCodes.Box, _method.ReturnType),
                Point(nameof(SchedulingPoints.Return)),
            ]
            : [_il.Create(OpCodes.Ldloc, depth), Point(nameof(SchedulingPoints.Leave))];

    private void ReplaceReturn(Instruction leaving, Instruction end, VariableDefinition? result)
    {
        if (result is null)
        {
            (leaving.OpCode, leaving.Operand) = (OpCodes.Leave, end);
            return;
        }
        (leaving.OpCode, leaving.Operand) = (OpCodes.Stloc, result);
        _il.InsertAfter(leaving, _il.Create(OpCodes.Leave, end));
    }

    private VariableDefinition Variable(TypeReference type)
    {
        var variable = new VariableDefinition(type);
        _body.Variables.Add(variable);
        _body.InitLocals = true;
        return variable;
    }

    private void Append(IEnumerable<Instruction> instructions)
    {
        foreach (var instruction in instructions)
            _il.Append(instruction);
    }

    private Instruction Point(string name) => _il.Create(OpCodes.Call, _points[name]);

    private static bool CanBeBoxed(TypeReference type) =>
        type switch
        {
            ByReferenceType or PointerType or FunctionPointerType or IModifierType => false,
            GenericParameter parameter => ((int)parameter.Attributes & AllowsByRefLike) == 0,
            ArrayType => true,
            _ => type.FullName != "System.TypedReference"
                && type.Resolve() is { } definition
                && definition.CustomAttributes.All(attribute =>
                    attribute.AttributeType.Name != nameof(IsByRefLikeAttribute)
                ),
        };

    /// <summary>What the source calls the method: with <c>()</c> behind it, or <c>=</c> for a setter; <see langword="null"/> when it has no name there.</summary>
    private static string? NameOf(MethodDefinition method)
    {
        if (IsResumable(method))
            return AsyncName(method.DeclaringType.Name);
        if (
            method.IsConstructor
            || method.DeclaringType.Name == Rewriter.Measurements
            || Fields.IsStateMachine(method.DeclaringType)
            || method.CustomAttributes.Any(a =>
                a.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal)
            )
        )
            return null;
        if (method.Name.StartsWith('<'))
            return LocalFunction(method.Name);
        if (IsWrittenByCompiler(method) || IsWrittenByCompiler(method.DeclaringType))
            return null;
        var name = method.Name[(method.Name.LastIndexOf('.') + 1)..];
        return method.IsGetter && method.Parameters.Count == 0 ? name["get_".Length..]
            : method.IsSetter && method.Parameters.Count == 1 ? name["set_".Length..] + "="
            : name + "()";
    }

    private static bool IsWrittenByCompiler(ICustomAttributeProvider member) =>
        member.CustomAttributes.Any(a =>
            a.AttributeType.Name == nameof(CompilerGeneratedAttribute)
        );

    /// <summary>Whether the method is the body of an async one, which is entered again after each wait.</summary>
    private static bool IsResumable(MethodDefinition method) =>
        method.Name == nameof(IAsyncStateMachine.MoveNext)
        && method.DeclaringType.Interfaces.Any(i =>
            i.InterfaceType.Name == nameof(IAsyncStateMachine)
        );

    /// <summary>The name in that of a state machine, as in <c>&lt;Take&gt;d__1</c>; <see langword="null"/> for a lambda's.</summary>
    private static string? AsyncName(string machine)
    {
        var name = machine[1..Math.Max(1, machine.LastIndexOf('>'))];
        var own =
            name.StartsWith('<') ? LocalFunction(name)
            : name.Length == 0 ? null
            : name[(name.LastIndexOf('.') + 1)..] + "()";
        return own?.Replace("()", "(...)", StringComparison.Ordinal);
    }

    /// <summary>The name of a local function, as in <c>&lt;Use&gt;g__Take|0_1</c>; <see langword="null"/> for a lambda.</summary>
    private static string? LocalFunction(string name)
    {
        const string Mark = ">g__";
        var start = name.IndexOf(Mark, StringComparison.Ordinal);
        var end = name.IndexOf('|', StringComparison.Ordinal);
        return start < 0 || end < start ? null : name[(start + Mark.Length)..end] + "()";
    }

    private static string TypeOf(TypeDefinition type)
    {
        var named = type;
        while (named.Name.StartsWith('<') && named.DeclaringType is { } outer)
            named = outer;
        return named.Name.Split('`')[0];
    }
}
