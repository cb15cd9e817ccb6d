using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Objects of the framework that show what is in a collection, without a copy: queries, the keys of a dictionary, read-only wrappers.</summary>
internal static class CollectionViews
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Sources = [];

    /// <summary>Whether the objects of a type, one of the framework's own, are such views.</summary>
    public static bool AreOf(Type type) =>
        type.Namespace switch
        {
            // Groups and lookups keep what they have found.
            "System.Linq" => !type.Name.StartsWith("Grouping", StringComparison.Ordinal)
                && !type.Name.StartsWith("Lookup", StringComparison.Ordinal),
            "System.Collections.ObjectModel" => type.Name.StartsWith(
                "ReadOnly",
                StringComparison.Ordinal
            ),
            "System.Collections.Generic" => type.IsNested
                && !typeof(IEnumerator).IsAssignableFrom(type),
            _ => false,
        };

    /// <summary>What a view shows: collections, or other views.</summary>
    public static IEnumerable<object> SourcesOf(object view)
    {
        foreach (var field in Sources.GetOrAdd(view.GetType(), FieldsOf))
        {
            if (field.GetValue(view) is { } source and not string)
                yield return source;
        }
    }

    private static FieldInfo[] FieldsOf(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var own = type; own is not null && own != typeof(object); own = own.BaseType)
            fields.AddRange(
                own.GetFields(
                        BindingFlags.Instance
                            | BindingFlags.Public
                            | BindingFlags.NonPublic
                            | BindingFlags.DeclaredOnly
                    )
                    .Where(IsSource)
            );
        return [.. fields];
    }

    // An iterator has its latest item, too, which may be a collection.
    private static bool IsSource(FieldInfo field) =>
        (
            typeof(IEnumerable).IsAssignableFrom(field.FieldType)
            || field.FieldType.Name == typeof(PriorityQueue<,>).Name
        )
        && !field.FieldType.IsArray
        && !field.Name.Contains("current", StringComparison.Ordinal);
}
