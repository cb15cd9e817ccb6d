using Katas.Harness.Explorer.Controlled;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Rewrites one method body: each instruction that touches what may be shared gets its scheduling point.</summary>
internal sealed partial class MethodRewriter(
    MethodDefinition method,
    SiteMapBuilder siteMap,
    SchedulingPointMethods points,
    Replacements replacements,
    ConstantFields constants,
    Overrides overrides,
    MethodGroups groups,
    StaticConstructors staticConstructors,
    LockLines lockLines
)
{
    private readonly MethodBody _body = method.Body;
    private readonly ILProcessor _il = method.Body.GetILProcessor();
    private readonly Dictionary<string, VariableDefinition> _temporaries = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<Instruction, SequencePoint> _places = method
        .DebugInformation.GetSequencePointMapping()
        .ToDictionary();
    private SequencePoint? _place;
    private int _locksHere;

    public void Rewrite()
    {
        _body.SimplifyMacros();
        var userVariables = _body.Variables.ToList();
        var loops = LoopStarts();
        foreach (var instruction in _body.Instructions.ToList())
        {
            if (_places.TryGetValue(instruction, out var place) && !place.IsHidden)
                (_place, _locksHere) = (place, 0);
            Rewrite(instruction);
        }
        foreach (var (start, place) in loops)
            InsertLoopPoint(start, place, userVariables);
        foreach (
            var handler in _body.ExceptionHandlers.Where(h =>
                h.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter
                && !EndsTask(h)
            )
        )
            Prepend(
                handler.HandlerStart,
                [_il.Create(OpCodes.Call, points[nameof(SchedulingPoints.AfterCatch)])]
            );
        if (staticConstructors.IsReachedBy(method))
            BeginWith(ReachStaticConstructor(TypeArguments.SelfOf(method.DeclaringType)));
        _body.OptimizeMacros();
    }

    private void Rewrite(Instruction instruction)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Ldfld:
                LoadField(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Stfld:
                StoreField(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Ldflda:
                LoadFieldAddress(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Ldsfld:
            case Code.Stsfld:
            case Code.Ldsflda:
                StaticField(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Initobj:
                StoreDefault(instruction, (TypeReference)instruction.Operand);
                break;
            case Code.Ldelema:
                LoadElementAddress(instruction);
                break;
            case Code.Call:
            case Code.Callvirt:
            case Code.Newobj:
            case Code.Ldftn:
            case Code.Ldvirtftn:
                Call(instruction, (MethodReference)instruction.Operand);
                break;
            default:
                if (Accesses.IsElementLoad(instruction.OpCode.Code))
                    LoadElement(instruction);
                else if (Accesses.StoredElement(instruction, method.Module) is { } element)
                    StoreElement(instruction, element);
                else if (Accesses.IsIndirectLoad(instruction.OpCode.Code))
                    LoadThrough(instruction);
                else if (Accesses.StoredThrough(instruction, method.Module) is { } value)
                    StoreThrough(instruction, value);
                break;
        }
    }

    private int Site(string callee = "") => siteMap.Site(method, _place, callee);

    /// <summary>The site of a lock statement on a <see cref="System.Threading.Lock"/>.</summary>
    private int LockSite(Instruction instruction, string callee)
    {
        var next = instruction.Next;
        while (next is not null && !(_places.TryGetValue(next, out var place) && !place.IsHidden))
            next = next.Next;
        var after = next is null ? null : _places[next];
        return siteMap.Site(method, lockLines.Find(_place, after, _locksHere++), callee);
    }

    /// <summary>Replaces an instruction by several. Jumps to it go to the first of them; a prefix stays with the original.</summary>
    private void Replace(Instruction instruction, params Instruction[] replacement)
    {
        var original = Clone(instruction);
        var sequence = replacement.Select(i => i == instruction ? original : i).ToList();
        var at = sequence.IndexOf(original);
        if (at >= 0 && instruction.Previous is { OpCode.OpCodeType: OpCodeType.Prefix } prefix)
        {
            sequence.Insert(at, Clone(prefix));
            (prefix.OpCode, prefix.Operand) = (OpCodes.Nop, null);
        }
        (instruction.OpCode, instruction.Operand) = (sequence[0].OpCode, sequence[0].Operand);
        var last = instruction;
        foreach (var next in sequence.Skip(1))
        {
            _il.InsertAfter(last, next);
            last = next;
        }
    }

    /// <summary>Puts instructions before one, on every way that leads to it.</summary>
    /// <returns>The instruction, which is another object now.</returns>
    private Instruction Prepend(Instruction instruction, IReadOnlyList<Instruction> before)
    {
        var after = instruction.Next;
        Replace(instruction, [.. before, instruction]);
        return after?.Previous ?? _body.Instructions[^1];
    }

    /// <summary>Puts instructions before the first one, where nothing jumps to.</summary>
    private void BeginWith(IEnumerable<Instruction> before)
    {
        var first = _body.Instructions[0];
        foreach (var instruction in before)
            _il.InsertBefore(first, instruction);
    }

    private static Instruction Clone(Instruction instruction)
    {
        var clone = Instruction.Create(OpCodes.Nop);
        (clone.OpCode, clone.Operand) = (instruction.OpCode, instruction.Operand);
        return clone;
    }

    private Instruction Number(int value) => _il.Create(OpCodes.Ldc_I4, value);

    private Instruction CallPoint(string name) => _il.Create(OpCodes.Call, points[name]);

    private Instruction CallPoint(string name, TypeReference type) =>
        _il.Create(OpCodes.Call, points.Of(name, type));

    private Instruction Load(VariableDefinition variable) => _il.Create(OpCodes.Ldloc, variable);

    private Instruction Store(VariableDefinition variable) => _il.Create(OpCodes.Stloc, variable);

    private Instruction Dup() => _il.Create(OpCodes.Dup);

    /// <summary>A new local variable; one for each type and purpose.</summary>
    private VariableDefinition Temporary(TypeReference type, string purpose)
    {
        var key = $"{purpose} {type.FullName}";
        if (!_temporaries.TryGetValue(key, out var variable))
        {
            _temporaries.Add(key, variable = new VariableDefinition(type));
            _body.Variables.Add(variable);
            _body.InitLocals = true;
        }
        return variable;
    }
}
