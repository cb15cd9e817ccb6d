using Microsoft.CodeAnalysis;

namespace Katas.Harness.Grading.Rules;

/// <summary>What the code of a chapter may use; all else is refused, also what nobody has thought of. The list is <c>allowed.txt</c>.</summary>
internal sealed class AllowedApi
{
    private const string Constructor = "new";

    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>?> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly HashSet<string> _compiler = new(StringComparer.Ordinal);

    private AllowedApi() { }

    /// <summary>The list for one chapter: what all may use, and what it may use beside that.</summary>
    public static AllowedApi Of(string slug)
    {
        using var stream = typeof(AllowedApi).Assembly.GetManifestResourceStream("allowed.txt")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), slug);
    }

    /// <summary>Reads a list.</summary>
    /// <exception cref="InvalidDataException">A line says nothing that is known.</exception>
    public static AllowedApi Parse(string text, string slug)
    {
        var allowed = new AllowedApi();
        var counts = true;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var words = line.Split('#')[0]
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words is ["chapter", var chapter])
                counts = chapter == slug;
            else if (words.Length > 0 && !allowed.Read(words, counts))
                throw new InvalidDataException(
                    $"Line {number} of the allowed API says '{line.Trim()}'; a line is 'namespace N', 'type T', 'type T: members', 'not T.member', 'compiler T' or 'chapter SLUG'."
                );
        }
        return allowed;
    }

    /// <summary>What of a symbol is not allowed, as a student reads it; <see langword="null"/> when all of it is.</summary>
    public string? Refused(ISymbol symbol) =>
        symbol switch
        {
            IDynamicTypeSymbol => "dynamic",
            INamedTypeSymbol type => RefusedType(NameOf(type)),
            ITypeSymbol pointer => pointer.ToDisplayString(),
            IMethodSymbol { MethodKind: MethodKind.Constructor } handle when IsNamed(handle) =>
                $"{NameOf(handle.ContainingType)} with a name",
            { ContainingType: { } type } => RefusedMember(NameOf(type), MemberName(symbol)),
            _ => symbol.Name,
        };

    /// <summary>What of a member is not allowed: its type, or the member alone.</summary>
    /// <param name="type">The full name of the type that declares it, as <see cref="NameOf"/> gives it.</param>
    /// <param name="member">Its name; <c>new</c> for a constructor.</param>
    public string? RefusedMember(string type, string member) =>
        RefusedType(type) is { } refused ? refused
        : _refused.Contains($"{type}.{member}")
        || (_types.GetValueOrDefault(type) is { } members && !members.Contains(member))
            ? Shown($"{type}.{member}")
        : null;

    /// <summary>The name of a type that may not be used at all; <see langword="null"/> when it may.</summary>
    /// <param name="type">Its full name, as <see cref="NameOf"/> gives it.</param>
    public string? RefusedType(string type)
    {
        // What holds of a type holds of those inside.
        var outermost = type.Split('+')[0];
        var isRefused =
            _refused.Contains(type)
            || _refused.Contains(outermost)
            || !(
                _types.ContainsKey(type)
                || _types.ContainsKey(outermost)
                || _namespaces.Contains(outermost[..Math.Max(0, outermost.LastIndexOf('.'))])
            );
        return isRefused ? Shown(type) : null;
    }

    /// <summary>Whether it is a type that only the compiler may use, where the code names none.</summary>
    public bool IsForCompiler(ISymbol symbol) =>
        symbol is INamedTypeSymbol type && _compiler.Contains(NameOf(type));

    /// <summary>The full name of a type, without type parameters, a plus before the name of a nested one.</summary>
    public static string NameOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{NameOf(outer)}+{type.Name}"
        : type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? $"{space.ToDisplayString()}.{type.Name}"
        : type.Name;

    private bool Read(string[] words, bool counts)
    {
        switch (words)
        {
            case ["namespace", var name]:
                if (counts)
                    _namespaces.Add(name);
                return true;
            case ["type", var name] when !name.EndsWith(':'):
                if (counts)
                    _types[name] = null;
                return true;
            case ["type", var name, .. var members] when name.EndsWith(':') && members.Length > 0:
                if (counts)
                    Allow(name[..^1], members);
                return true;
            case ["compiler", var name]:
                if (counts)
                    _compiler.Add(name);
                return true;
            case ["not", var name]:
                if (counts)
                    _refused.Add(name);
                return true;
            default:
                return false;
        }
    }

    private void Allow(string type, string[] members)
    {
        if (!_types.TryGetValue(type, out var known))
            _types[type] = known = new(StringComparer.Ordinal);
        known?.UnionWith(members);
    }

    private static string MemberName(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => Constructor,
            IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
            _ => symbol.Name,
        };

    /// <summary>A mutex, semaphore or event that other processes find by its name.</summary>
    private static bool IsNamed(IMethodSymbol constructor) =>
        constructor.ContainingNamespace.ToDisplayString() == "System.Threading"
        && constructor.Parameters.Any(parameter =>
            parameter is { Name: "name", Type.SpecialType: SpecialType.System_String }
        );

    private static string Shown(string name) => name.Replace('+', '.');
}
