using Mono.Cecil;

namespace Katas.Harness.Engine.Impact;

/// <summary>The types and methods of some assemblies, and which uses which. What the compiler adds to a method belongs to that method.</summary>
internal sealed class MemberGraph
{
    private readonly Dictionary<string, IMemberDefinition> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MemberNode> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _assemblies;

    /// <param name="modules">The assemblies; what they use of others is not followed.</param>
    public MemberGraph(params IReadOnlyList<ModuleDefinition> modules)
    {
        _assemblies = modules
            .Select(module => module.Assembly.Name.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (key, member) in modules.SelectMany(Members))
            _members.TryAdd(key, member);
    }

    /// <summary>The keys of an assembly's members.</summary>
    public static IEnumerable<string> Keys(ModuleDefinition module) =>
        Members(module).Select(member => member.Key);

    /// <summary>The node of a member, or <see langword="null"/> when there is no such member.</summary>
    public MemberNode? Find(string key)
    {
        if (_nodes.TryGetValue(key, out var node))
            return node;
        if (!_members.TryGetValue(key, out var member))
            return null;
        var text = new MemberText(_assemblies);
        return _nodes[key] = member is TypeDefinition type
            ? text.Describe(type)
            : text.Describe((MethodDefinition)member);
    }

    /// <summary>Everything that these members use, they themselves included, over any number of steps.</summary>
    public IReadOnlySet<string> Closure(IEnumerable<string> keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(keys);
        while (open.TryPop(out var key))
        {
            if (!seen.Add(key))
                continue;
            foreach (var used in Find(key)?.Uses ?? Generated.Nothing)
                open.Push(used);
        }
        return seen;
    }

    private static IEnumerable<(string Key, IMemberDefinition Member)> Members(
        ModuleDefinition module
    )
    {
        foreach (var type in module.GetTypes().Where(type => !Generated.IsPartOfMethod(type)))
        {
            yield return (MemberText.Key(type), type);
            foreach (var method in type.Methods.Where(method => !Generated.IsPartOfMethod(method)))
                yield return (MemberText.Key(method), method);
        }
    }
}
