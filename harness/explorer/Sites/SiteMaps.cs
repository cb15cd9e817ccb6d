using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace Katas.Harness.Explorer.Sites;

/// <summary>The site maps of all rewritten assemblies of this process.</summary>
internal static class SiteMaps
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<Assembly> Scanned = [];
    private static readonly List<Assembly> Uninitialised = [];

    // Explorations read it while another one adds to it.
    private static readonly ConcurrentDictionary<int, (SiteMap Map, Assembly Assembly)> Maps = [];
    private static readonly ConcurrentDictionary<int, int> ForeignFields = [];
    private static readonly ConcurrentDictionary<Field, int> Numbers = [];

    /// <summary>Whether any rewritten assembly is there.</summary>
    public static bool Any => !Maps.IsEmpty;

    /// <summary>Whether an assembly is rewritten.</summary>
    public static bool IsRewritten(Assembly assembly) =>
        Maps.TryGetValue(SiteMap.NumberOf(assembly.GetName().Name ?? ""), out var entry)
        && entry.Assembly == assembly;

    /// <summary>Adds the maps of the assemblies that were loaded since the last call, and runs their types' initialisers.</summary>
    public static void Update()
    {
        lock (Gate)
        {
            AddAll();
            Uninitialised.ForEach(StaticInitialisers.Run);
            Uninitialised.Clear();
        }
    }

    private static void AddAll()
    {
        // Adding one may load others.
        while (
            AppDomain
                .CurrentDomain.GetAssemblies()
                .Where(assembly => !assembly.IsDynamic && Scanned.Add(assembly))
                .ToList()
                is { Count: > 0 } found
        )
            found.ForEach(Add);
    }

    private static void Add(Assembly assembly)
    {
        using var stream = assembly.GetManifestResourceStream(SiteMap.Resource);
        if (stream is null)
            return;
        var map = SiteMap.Read(stream);
        Maps[map.Number] = (map, assembly);
        Uninitialised.Add(assembly);
        NumberFields(map, assembly.GetName().Name!);
        foreach (var declaring in map.Fields.Select(field => field.Assembly).Distinct())
            Load(declaring, AssemblyLoadContext.GetLoadContext(assembly)!);
    }

    /// <summary>Loads an assembly whose fields are used: its own numbers of them have to be known before.</summary>
    private static void Load(string assembly, AssemblyLoadContext context)
    {
        try
        {
            if (assembly.Length > 0)
                context.LoadFromAssemblyName(new AssemblyName(assembly));
        }
        catch (FileNotFoundException)
        {
            // Whoever comes to the field says so.
        }
    }

    /// <summary>Takes over the numbers of a map's fields from what had its place: the same assembly, built again.</summary>
    private static void NumberFields(SiteMap map, string assembly)
    {
        foreach (var (field, number) in Numbers)
        {
            if (SiteMap.AssemblyOf(number) == map.Number)
                Numbers.TryRemove(field, out _);
        }
        for (var i = 0; i < map.Fields.Count; i++)
        {
            if (map.Fields[i].Assembly.Length == 0)
                Numbers[map.Fields[i] with { Assembly = assembly }] = SiteMap.Global(
                    map.Number,
                    i + 1
                );
        }
        ForeignFields.Clear();
    }

    /// <summary>The place behind a number; an unknown one for 0 or a number that no map has.</summary>
    public static Site Site(int site) =>
        Maps.TryGetValue(SiteMap.AssemblyOf(site), out var entry)
        && SiteMap.LocalOf(site) is > 0 and var local
        && local <= entry.Map.Sites.Count
            ? entry.Map.Sites[local - 1]
            : Sites.Site.Unknown;

    /// <summary>The field behind a number; an unknown one for 0 or a number that no map has.</summary>
    public static Field Field(int field) =>
        Maps.TryGetValue(SiteMap.AssemblyOf(field), out var entry)
        && SiteMap.LocalOf(field) is > 0 and var local
        && local <= entry.Map.Fields.Count
            ? entry.Map.Fields[local - 1]
            : Sites.Field.Unknown;

    /// <summary>
    /// The number of a field that another assembly declares: the one that it has there, or, where that assembly does not use it or is not
    /// rewritten, the one that it had first.
    /// </summary>
    public static int NumberOf(int foreignField) =>
        ForeignFields.GetOrAdd(
            foreignField,
            static field =>
            {
                // The assembly may have been loaded by the program.
                lock (Gate)
                    AddAll();
                return Numbers.GetOrAdd(Field(field), field);
            }
        );

    /// <summary>The field behind a number; <see langword="null"/> when it cannot be found.</summary>
    public static FieldInfo? Find(int field, object? owner) =>
        Maps.TryGetValue(SiteMap.AssemblyOf(field), out var entry)
            ? Field(field).Find(owner, entry.Assembly)
            : null;
}
