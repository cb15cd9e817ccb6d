using System.Collections;
using System.Reflection;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>Gives objects stable names: <c>Account#1</c> is the first account that the schedule has touched, <c>Account#1._gate</c> what is in its field.</summary>
internal sealed class Naming
{
    private readonly List<object> _known = [];

    /// <summary>Names all objects that a schedule has touched.</summary>
    public Naming(IEnumerable<object> seen, IEnumerable<Location> touched)
    {
        foreach (
            var owner in seen.Concat(touched.Select(location => location.Owner).OfType<object>())
        )
        {
            if (!_known.Exists(known => ReferenceEquals(known, owner)))
                _known.Add(owner);
        }
    }

    /// <summary>The name of a field, an element, or a synchronisation object.</summary>
    public string Of(Location location)
    {
        if (location.Field == LocationKind.Element)
        {
            var indices = location.IndicesIn((Array)location.Owner!);
            return $"{Of(location.Owner!)}[{string.Join(", ", indices)}]";
        }
        if (location is { Field: LocationKind.Interrupt, State: Fiber interrupted })
            return interrupted.Name;
        if (location is { Field: LocationKind.StaticConstructor, Owner: Type initialised })
            return $"the static constructor of {TypeName(initialised)}";
        if (location.Field <= 0)
        {
            return location.Owner is { } owner ? Of(owner)
                : location.Field == LocationKind.Test ? "the test"
                : "";
        }
        var field = SiteMaps.Field(location.Field);
        if (field.IsCaptured)
            return field.SourceName;
        return location.Owner is null
            ? $"{TypeName(field.Type)}.{field.SourceName}"
            : $"{OfInstance(location.Owner)}.{field.SourceName}";
    }

    /// <summary>The name without that of the object it belongs to: <c>_stop</c>.</summary>
    public string ShortOf(Location location)
    {
        var name = Of(location);
        return name[(name.LastIndexOf('.') + 1)..];
    }

    /// <summary>The name of an object: the field that holds it, or its type and number.</summary>
    public string Of(object value)
    {
        if (value is Fiber fiber)
            return fiber.Name;
        return InField(value) ?? OfInstance(value);
    }

    /// <summary>The words for a step, with the name of the task that it is about in the place of <c>a task</c>, where there is one.</summary>
    public string WithTask(string words, object? subject) =>
        subject is Task task && OfTask(task) is { } name
            ? words.Replace("a task", name, StringComparison.Ordinal)
            : words;

    /// <summary>The name of a task: the column in which it runs, or the field that holds it or its source.</summary>
    private string? OfTask(Task task)
    {
        if (FiberTaskScheduler.RunnerOf(task) is { } runner)
            return runner.Name;
        if (InField(task) is { } name)
            return name;
        return InField(value => CompletionSources.TaskOf(value) == task) is { } source
            ? $"{source}.Task"
            : null;
    }

    /// <summary>The name of the field that holds an object; <see langword="null"/> when none does.</summary>
    private string? InField(object value) =>
        IsOfTheProgram(value) ? null : InField(held => ReferenceEquals(held, value));

    private string? InField(Func<object, bool> isMeant)
    {
        foreach (var owner in _known.Where(owner => owner is not Fiber))
        {
            foreach (var field in Fields(owner.GetType()))
            {
                if (
                    !field.FieldType.IsValueType
                    && field.GetValue(owner) is { } held
                    && !ReferenceEquals(held, owner)
                    && isMeant(held)
                )
                {
                    var name = new Field("", field.DeclaringType!.FullName ?? "", field.Name);
                    return name.IsCaptured
                        ? name.SourceName
                        : $"{OfInstance(owner)}.{name.SourceName}";
                }
            }
        }
        return null;
    }

    private string OfInstance(object value)
    {
        var type = value.GetType();
        var same = _known.FindAll(known => known.GetType() == type);
        var name = TypeName(type);
        var number = same.FindIndex(known => ReferenceEquals(known, value)) + 1;
        return same.Count < 2 && type != typeof(object) ? name : $"{name}#{Math.Max(number, 1)}";
    }

    private static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (
            ;
            type is not null && type != typeof(object) && !IsOfTheFramework(type);
            type = type.BaseType
        )
        {
            foreach (
                var field in type.GetFields(
                    BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.Instance
                        | BindingFlags.DeclaredOnly
                )
            )
            {
                yield return field;
            }
        }
    }

    private static bool IsOfTheProgram(object value) =>
        !value.GetType().IsArray
        && value is not IEnumerator
        && !IsOfTheFramework(value.GetType())
        && !IsModel(value.GetType());

    /// <summary>Whether a type is the explorer's own, which stands in for one of the framework.</summary>
    private static bool IsModel(Type type) => type.Assembly == typeof(Naming).Assembly;

    private static bool IsOfTheFramework(Type type) =>
        type.Namespace is { } space
        && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));

    private static string TypeName(Type type)
    {
        if (type == typeof(object))
            return "object";
        if (type.IsArray)
            return $"{TypeName(type.GetElementType()!)}[]";
        var name = type.Name;
        if (IsModel(type))
            name = name.Replace("Modelled", "", StringComparison.Ordinal);
        if (name[0] == '<' && name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end)
            return name[1..end];
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick];
    }

    private static string TypeName(string fullName)
    {
        var name = fullName[(fullName.LastIndexOfAny(['.', '/', '+']) + 1)..];
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick];
    }
}
