namespace Katas.Harness.Explorer.Sites;

/// <summary>The fields of one assembly, and the places in its source that have a scheduling point. The rewriter writes it, and reports read it.</summary>
/// <param name="Number">The number of the assembly, which is part of the numbers of its sites and fields.</param>
/// <param name="Fields">The fields, by number from 1.</param>
/// <param name="Sites">The places, by number from 1.</param>
internal sealed record SiteMap(int Number, IReadOnlyList<Field> Fields, IReadOnlyList<Site> Sites)
{
    /// <summary>The name of the resource in the rewritten assembly.</summary>
    public const string Resource = "katas.sites";

    private const int Shift = 20;

    /// <summary>The most sites that one assembly can have.</summary>
    public const int Limit = (1 << Shift) - 1;

    /// <summary>The number of an assembly, the same in every run.</summary>
    public static int NumberOf(string assembly)
    {
        var hash = 17u;
        foreach (var c in assembly)
            hash = unchecked(hash * 31 + c);
        return (int)(hash % 2047);
    }

    /// <summary>The number of a site or field in rewritten code.</summary>
    public static int Global(int number, int local) => (number << Shift) | local;

    /// <summary>The assembly's number within a site's or field's.</summary>
    public static int AssemblyOf(int global) => global >> Shift;

    /// <summary>The number within its assembly.</summary>
    public static int LocalOf(int global) => global & Limit;

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(Number);
        writer.Write(Fields.Count);
        foreach (var field in Fields)
        {
            writer.Write(field.Assembly);
            writer.Write(field.Type);
            writer.Write(field.Name);
        }
        writer.Write(Sites.Count);
        foreach (var site in Sites)
        {
            writer.Write(site.File);
            writer.Write(site.Line);
            writer.Write(site.Method);
            writer.Write(site.Callee);
            writer.Write(site.IsVolatile);
        }
    }

    public static SiteMap Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        var number = reader.ReadInt32();
        var fields = new Field[reader.ReadInt32()];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = new(reader.ReadString(), reader.ReadString(), reader.ReadString());
        var sites = new Site[reader.ReadInt32()];
        for (var i = 0; i < sites.Length; i++)
            sites[i] = new(
                reader.ReadString(),
                reader.ReadInt32(),
                reader.ReadString(),
                reader.ReadString(),
                reader.ReadBoolean()
            );
        return new SiteMap(number, fields, sites);
    }
}
