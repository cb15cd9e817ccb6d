using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;

namespace Katas.Harness.Engine.Host;

/// <summary>Reads which places of a measured assembly have run: one static field each, named by its number.</summary>
internal sealed class HitReader
{
    private const int BitsOfByte = 8;

    private readonly FieldInfo[] _fields;

    private HitReader(FieldInfo[] fields) => _fields = fields;

    /// <summary>The reader for a run, or <see langword="null"/> where nobody measures.</summary>
    /// <param name="request">The run.</param>
    /// <param name="tests">Its test assembly.</param>
    public static HitReader? Create(HostRequest request, Assembly tests)
    {
        if (request.Measurements is null)
            return null;
        var chapter = AssemblyLoadContext
            .GetLoadContext(tests)!
            .LoadFromAssemblyName(new AssemblyName(request.Own[0]));
        return new([
            .. chapter
                .GetType(request.Measurements, throwOnError: true)!
                .GetFields(BindingFlags.Static | BindingFlags.NonPublic)
                .OrderBy(field => int.Parse(field.Name, CultureInfo.InvariantCulture)),
        ]);
    }

    /// <summary>A bit for each place, the lowest of each byte first.</summary>
    public ReadOnlyMemory<byte> Read()
    {
        var hits = new byte[(_fields.Length + BitsOfByte - 1) / BitsOfByte];
        for (var i = 0; i < _fields.Length; i++)
        {
            if (_fields[i].GetValue(null) is true)
                hits[i / BitsOfByte] |= (byte)(1 << (i % BitsOfByte));
        }
        return hits;
    }
}
