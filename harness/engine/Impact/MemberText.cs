using System.Globalization;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Engine.Impact;

/// <summary>Writes down what one member says, without anything that an edit elsewhere can change, and notes what it uses.</summary>
/// <param name="assemblies">The names of the assemblies whose members are noted.</param>
internal sealed class MemberText(IReadOnlySet<string> assemblies)
{
    /// <summary>Says of a test class which kata it is about; not that it uses it.</summary>
    private const string KataAttribute = "KataAttribute";

    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<IMemberDefinition, int> _inlined = [];
    private bool _isReflective;

    /// <summary>The name under which a graph knows a type.</summary>
    public static string Key(TypeReference type) => type.GetElementType().FullName;

    /// <summary>The name under which a graph knows a method.</summary>
    public static string Key(MethodDefinition method) => method.FullName;

    /// <summary>
    /// A type: all that matters to whoever holds an object of it, and can be reached without being named. Its other methods are for those who
    /// name them.
    /// </summary>
    public MemberNode Describe(TypeDefinition type)
    {
        Write(type);
        foreach (
            var method in type.Methods.Where(method =>
                (
                    method.IsVirtual
                    || method.HasOverrides
                    || method.IsConstructor
                    || IsAccessor(method)
                ) && !Generated.IsPartOfMethod(method)
            )
        )
        {
            _text.Append(method.FullName).AppendLine();
            _uses.Add(Key(method));
        }
        return Node();
    }

    /// <summary>A method, with everything that the compiler made of its body.</summary>
    public MemberNode Describe(MethodDefinition method)
    {
        _uses.Add(Key(method.DeclaringType));
        WriteBody(method);
        return Node();
    }

    private MemberNode Node() => new(_text.ToString(), _uses, _isReflective);

    private static bool IsAccessor(MethodDefinition method) => method.IsGetter || method.IsSetter;

    private void Write(TypeDefinition type)
    {
        Append((int)type.Attributes);
        Append(type.PackingSize);
        Append(type.ClassSize);
        WriteAttributes(type);
        Name(type.BaseType);
        foreach (var implemented in type.Interfaces)
            Name(implemented.InterfaceType);
        WriteGenerics(type);
        foreach (var field in type.Fields)
        {
            _text.Append(field.Name).Append(' ');
            Append((int)field.Attributes);
            Name(field.FieldType);
            _text.Append(CultureInfo.InvariantCulture, $"{field.Constant}");
            WriteAttributes(field);
            _text.AppendLine();
        }
    }

    private void WriteBody(MethodDefinition method)
    {
        Append((int)method.Attributes);
        Append((int)method.ImplAttributes);
        WriteAttributes(method);
        WriteGenerics(method);
        Name(method.ReturnType);
        foreach (var parameter in method.Parameters)
        {
            Append((int)parameter.Attributes);
            Name(parameter.ParameterType);
            _text.Append(CultureInfo.InvariantCulture, $"{parameter.Constant}");
            WriteAttributes(parameter);
        }
        if (!method.HasBody)
            return;
        foreach (var local in method.Body.Variables)
            Name(local.VariableType);
        var places = method
            .Body.Instructions.Select((instruction, index) => (instruction, index))
            .ToDictionary(pair => pair.instruction, pair => pair.index);
        foreach (var instruction in method.Body.Instructions)
        {
            _text.Append((int)instruction.OpCode.Code).Append(' ');
            WriteOperand(instruction, places);
            _text.AppendLine();
        }
        foreach (var handler in method.Body.ExceptionHandlers)
        {
            Append((int)handler.HandlerType);
            foreach (
                var end in new[]
                {
                    handler.TryStart,
                    handler.TryEnd,
                    handler.FilterStart,
                    handler.HandlerStart,
                    handler.HandlerEnd,
                }
            )
                Append(end is null ? -1 : places[end]);
            if (handler.CatchType is { } caught)
                Name(caught);
        }
    }

    private void WriteOperand(Instruction instruction, Dictionary<Instruction, int> places)
    {
        switch (instruction.Operand)
        {
            case Instruction target:
                Append(places[target]);
                break;
            case Instruction[] targets:
                foreach (var target in targets)
                    Append(places[target]);
                break;
            case VariableDefinition variable:
                Append(variable.Index);
                break;
            case ParameterDefinition parameter:
                Append(parameter.Index);
                break;
            case MethodReference method:
                Use(method);
                break;
            case FieldReference field:
                Use(field);
                break;
            case TypeReference type:
                Name(type);
                if (instruction.OpCode.Code == Code.Ldtoken)
                    UseWhole(type);
                break;
            case CallSite site:
                _text.Append(site.FullName);
                break;
            case var constant:
                _text.Append(CultureInfo.InvariantCulture, $"{constant}");
                break;
        }
    }

    private void Use(MethodReference method)
    {
        _isReflective |= Reflection.LooksAtMembers(method);
        if (method is GenericInstanceMethod generic)
        {
            foreach (var argument in generic.GenericArguments)
                Name(argument);
        }
        if (Resolve(method) is { } definition && Generated.IsPartOfMethod(definition))
        {
            Inline(definition, () => WriteBody(definition));
            return;
        }
        Name(method.DeclaringType);
        _text.Append(method.Name);
        Name(method.ReturnType);
        foreach (var parameter in method.Parameters)
            Name(parameter.ParameterType);
        if (Resolve(method) is { } used && !Generated.IsPartOfMethod(used.DeclaringType))
            _uses.Add(Key(used));
    }

    private void Use(FieldReference field)
    {
        if (!Generated.IsDelegateCache(field.DeclaringType.GetElementType()))
        {
            Name(field.DeclaringType);
            _text.Append(field.Name);
        }
        Name(field.FieldType);
    }

    /// <summary>Who looks at a type may look at any of its members.</summary>
    private void UseWhole(TypeReference type)
    {
        if (
            IsOurs(type)
            && type.Resolve() is { } definition
            && !Generated.IsPartOfMethod(definition)
        )
            _uses.UnionWith(
                definition.Methods.Where(method => !Generated.IsPartOfMethod(method)).Select(Key)
            );
    }

    private void Name(TypeReference? type)
    {
        switch (type)
        {
            case null:
                break;
            case GenericInstanceType generic:
                Name(generic.ElementType);
                _text.Append('<');
                foreach (var argument in generic.GenericArguments)
                    Name(argument);
                _text.Append('>');
                break;
            case IModifierType modified:
                Name(modified.ModifierType);
                Name(modified.ElementType);
                break;
            case TypeSpecification composed:
                Name(composed.ElementType);
                _text.Append(composed.GetType().Name);
                break;
            case GenericParameter parameter:
                _text.Append('!').Append(parameter.Type).Append(parameter.Position).Append(' ');
                break;
            default:
                NamePlain(type);
                break;
        }
    }

    private void NamePlain(TypeReference type)
    {
        if (!IsOurs(type) || type.Resolve() is not { } definition)
        {
            _text.Append(type.FullName).Append(' ');
            return;
        }
        if (!Generated.IsPartOfMethod(definition))
        {
            _uses.Add(Key(definition));
            _text.Append(type.FullName).Append(' ');
        }
        else if (!Generated.IsDelegateCache(definition))
        {
            Inline(
                definition,
                () =>
                {
                    Write(definition);
                    foreach (var method in definition.Methods)
                    {
                        _text.Append(method.Name);
                        WriteBody(method);
                    }
                    foreach (var nested in definition.NestedTypes)
                        Name(nested);
                }
            );
        }
    }

    /// <summary>Writes a member's content in the place of its name, and a number where the content stands already.</summary>
    private void Inline(IMemberDefinition member, Action write)
    {
        if (_inlined.TryGetValue(member, out var number))
        {
            _text.Append('#').Append(number).Append(' ');
            return;
        }
        _inlined.Add(member, _inlined.Count);
        _text.Append("#:");
        write();
    }

    private void WriteGenerics(IGenericParameterProvider provider)
    {
        foreach (var parameter in provider.GenericParameters)
        {
            Append((int)parameter.Attributes);
            foreach (var constraint in parameter.Constraints)
                Name(constraint.ConstraintType);
        }
    }

    private void WriteAttributes(ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            Use(attribute.Constructor);
            foreach (
                var argument in attribute
                    .ConstructorArguments.Concat(
                        attribute.Properties.Select(named => named.Argument)
                    )
                    .Concat(attribute.Fields.Select(named => named.Argument))
            )
                WriteArgument(argument, attribute.AttributeType.Name != KataAttribute);
        }
    }

    private void WriteArgument(CustomAttributeArgument argument, bool isUse)
    {
        switch (argument.Value)
        {
            case CustomAttributeArgument boxed:
                WriteArgument(boxed, isUse);
                break;
            case CustomAttributeArgument[] many:
                foreach (var one in many)
                    WriteArgument(one, isUse);
                break;
            case TypeReference type when Generated.IsPartOfMethod(type):
                // A state machine, which the body names, too.
                break;
            case TypeReference type when isUse:
                Name(type);
                UseWhole(type);
                break;
            case var value:
                _text.Append(CultureInfo.InvariantCulture, $"{value} ");
                break;
        }
    }

    private MethodDefinition? Resolve(MethodReference method) =>
        IsOurs(method.DeclaringType) ? method.Resolve() : null;

    private bool IsOurs(TypeReference type) =>
        type.GetElementType().Scope is { } scope
        && assemblies.Contains(
            scope is ModuleDefinition module ? module.Assembly.Name.Name : scope.Name
        );

    private void Append(int number) => _text.Append(number).Append(' ');
}
