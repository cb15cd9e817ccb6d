using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Grading.Coverage;

/// <summary>
/// What some methods of a module use of it, over any number of calls. A virtual member counts when something that is called has its name and its
/// type is created; one that the framework may call, through an interface or base class of its own, when its type is created. What a field is
/// initialised with counts when the field is used.
/// </summary>
internal sealed class ReachableCode
{
    /// <summary>Of every object: created types have them, but who calls them is seen only where the call itself is seen.</summary>
    private static readonly string[] s_ofObjects =
    [
        nameof(ToString),
        nameof(Equals),
        nameof(GetHashCode),
        "Finalize",
    ];

    private readonly List<CodePiece> _pieces = [];
    private readonly Queue<CodePiece> _open = new();
    private readonly HashSet<MethodDefinition> _methods = [];
    private readonly HashSet<FieldDefinition> _fields = [];
    private readonly HashSet<TypeDefinition> _created = [];
    private readonly HashSet<string> _calledNames = new(StringComparer.Ordinal);
    private readonly Dictionary<FieldDefinition, List<CodePiece>> _unusedFields = [];
    private readonly Dictionary<string, List<MethodDefinition>> _uncalled = new(
        StringComparer.Ordinal
    );

    private ReachableCode() { }

    /// <summary>The code that can be reached from some methods, they themselves included.</summary>
    public static IReadOnlyList<CodePiece> From(IEnumerable<MethodDefinition> methods)
    {
        var code = new ReachableCode();
        foreach (var method in methods)
            code.Add(method);
        while (code._open.TryDequeue(out var piece))
            code.Follow(piece);
        return code._pieces;
    }

    private void Add(MethodDefinition method)
    {
        if (!_methods.Add(method) || !method.HasBody)
            return;
        foreach (var variable in method.Body.Variables)
            Mention(variable.VariableType);
        foreach (var piece in CodePiece.Of(method))
        {
            if (piece.Field is { } field && !_fields.Contains(field))
                Listed(_unusedFields, field).Add(piece);
            else
                _open.Enqueue(piece);
        }
    }

    private void Follow(CodePiece piece)
    {
        _pieces.Add(piece);
        foreach (var instruction in piece.Instructions)
        {
            switch (instruction.Operand)
            {
                case MethodReference method:
                    Call(method, instruction.OpCode.Code == Code.Newobj);
                    break;
                case FieldReference field when field.Resolve() is { } definition:
                    Use(definition);
                    break;
                case TypeReference type:
                    Mention(type);
                    break;
            }
        }
    }

    private void Call(MethodReference method, bool isCreation)
    {
        if (_calledNames.Add(method.Name) && _uncalled.Remove(method.Name, out var waiting))
            waiting.ForEach(Add);
        Mention(method.DeclaringType);
        if (method.DeclaringType is ArrayType)
            return;
        if (method is GenericInstanceMethod generic)
            MentionArguments(generic, generic.ElementMethod);
        if (method.Resolve() is not { } definition)
            return;
        Add(definition);
        if (isCreation)
            Create(definition.DeclaringType);
    }

    private void Use(FieldDefinition field)
    {
        if (!_fields.Add(field))
            return;
        if (_unusedFields.Remove(field, out var pieces))
            pieces.ForEach(_open.Enqueue);
        if (field.IsStatic && field.DeclaringType.GetStaticConstructor() is { } initialiser)
            Add(initialiser);
    }

    /// <summary>Values exist without a call that creates them, such as the state machine of an async method.</summary>
    private void Mention(TypeReference type)
    {
        if (type is GenericInstanceType generic)
            MentionArguments(generic, generic.ElementType);
        if (type.GetElementType() is TypeDefinition { IsValueType: true } value)
            Create(value);
    }

    private void MentionArguments(IGenericInstance instance, IGenericParameterProvider declaration)
    {
        for (var i = 0; i < instance.GenericArguments.Count; i++)
        {
            var argument = instance.GenericArguments[i];
            Mention(argument);
            var creates =
                i < declaration.GenericParameters.Count
                && declaration.GenericParameters[i].HasDefaultConstructorConstraint;
            if (creates && argument.GetElementType() is TypeDefinition type)
            {
                Create(type);
                type.GetConstructors()
                    .Where(constructor => constructor is { IsStatic: false, HasParameters: false })
                    .ToList()
                    .ForEach(Add);
            }
        }
    }

    /// <summary>Objects of a type exist from now on, with what they inherit.</summary>
    private void Create(TypeDefinition type)
    {
        for (var one = type; one is not null && _created.Add(one); one = Base(one))
        {
            foreach (var method in one.Methods.Where(method => method.IsVirtual))
            {
                var names = method.Overrides.Select(slot => slot.Name).Append(method.Name).ToList();
                if (names.Any(_calledNames.Contains) || MayBeCalledFromOutside(method))
                    Add(method);
                else
                    names.ForEach(name => Listed(_uncalled, name).Add(method));
            }
        }
    }

    private static bool MayBeCalledFromOutside(MethodDefinition method)
    {
        if (method.Overrides.Any(slot => slot.Resolve() is null))
            return true;
        if (method.HasOverrides || s_ofObjects.Contains(method.Name, StringComparer.Ordinal))
            return false;
        var own = method.IsNewSlot
            ? method.DeclaringType.Interfaces.Select(one => one.InterfaceType.Resolve())
            : Bases(method.DeclaringType);
        return (method.IsFinal || !method.IsNewSlot)
            && !own.Any(type => type?.Methods.Any(one => one.Name == method.Name) == true);
    }

    private static IEnumerable<TypeDefinition> Bases(TypeDefinition type)
    {
        for (var one = Base(type); one is not null; one = Base(one))
            yield return one;
    }

    private static TypeDefinition? Base(TypeDefinition type) => type.BaseType?.Resolve();

    private static List<T> Listed<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        return list;
    }
}
