using Katas.Harness.Explorer.Sites;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Numbers the fields and places of one assembly in the order in which they are found.</summary>
internal sealed class SiteMapBuilder(string assembly)
{
    private readonly int _number = SiteMap.NumberOf(assembly);
    private readonly List<Field> _fields = [];
    private readonly Dictionary<FieldDefinition, int> _numbers = [];
    private readonly List<Site> _sites = [];

    /// <summary>How many places there are.</summary>
    public int Count => _sites.Count;

    public int Field(FieldDefinition field)
    {
        if (!_numbers.TryGetValue(field, out var number))
        {
            var declaring = field.Module.Assembly.Name.Name;
            _fields.Add(
                new(
                    declaring == assembly ? "" : declaring,
                    field.DeclaringType.FullName.Replace('/', '+'),
                    field.Name
                )
            );
            _numbers.Add(field, number = SiteMap.Global(_number, _fields.Count));
        }
        return number;
    }

    public int Site(
        MethodDefinition method,
        SequencePoint? place,
        string callee = "",
        bool isVolatile = false
    )
    {
        _sites.Add(
            new(
                place?.Document.Url ?? "",
                place?.StartLine ?? 0,
                $"{method.DeclaringType.Name}.{method.Name}",
                callee,
                isVolatile
            )
        );
        if (_sites.Count > SiteMap.Limit)
            throw new IOException($"the assembly has more than {SiteMap.Limit} places to watch");
        return SiteMap.Global(_number, _sites.Count);
    }

    public EmbeddedResource ToResource()
    {
        using var stream = new MemoryStream();
        new SiteMap(_number, _fields, _sites).Write(stream);
        return new EmbeddedResource(
            SiteMap.Resource,
            ManifestResourceAttributes.Public,
            stream.ToArray()
        );
    }
}
