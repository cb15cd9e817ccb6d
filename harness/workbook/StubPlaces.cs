using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Katas.Harness.Workbook;

/// <summary>Finds the source line of a kata in the symbols of a chapter's assembly, and whether it is still a stub.</summary>
internal sealed class StubPlaces : IDisposable
{
    private readonly PEReader? _pe;
    private readonly MetadataReaderProvider? _pdb;

    private StubPlaces(PEReader? pe, MetadataReaderProvider? pdb)
    {
        _pe = pe;
        _pdb = pdb;
    }

    /// <summary>Opens an assembly with the symbols beside it; when either is missing, nothing is found and nothing fails.</summary>
    public static StubPlaces Open(string assembly)
    {
        if (!File.Exists(assembly))
            return new StubPlaces(null, null);
        var symbols = Path.ChangeExtension(assembly, ".pdb");
        return new StubPlaces(
            new PEReader(File.OpenRead(assembly)),
            File.Exists(symbols)
                ? MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(symbols))
                : null
        );
    }

    /// <summary>The line of the first stub in a member, or in any member of the type; without a stub, the line where the code begins.</summary>
    public (SourcePlace? Place, bool IsStub) Find(string type, string? member)
    {
        if (_pe is null)
            return (null, false);
        var reader = _pe.GetMetadataReader();
        var symbols = _pdb?.GetMetadataReader();
        var methods = Methods(reader, symbols, type, member).ToList();

        foreach (var method in methods)
        {
            if (StubOffset(reader, method) is { } offset)
                return (PlaceOf(symbols, method, offset), true);
        }
        var first = methods
            .Select(method => PlaceOf(symbols, method, null))
            .Where(place => place is not null)
            .MinBy(place => place!.Line);
        return (first, false);
    }

    public void Dispose()
    {
        _pdb?.Dispose();
        _pe?.Dispose();
    }

    /// <summary>The methods with a kata's code: its own, those of its properties and constructors, and the state machines behind them.</summary>
    private static IEnumerable<MethodDefinitionHandle> Methods(
        MetadataReader reader,
        MetadataReader? symbols,
        string type,
        string? member
    )
    {
        var own = reader
            .TypeDefinitions.Where(handle => TypeNames.FullName(reader, handle) == type)
            .SelectMany(handle => reader.GetTypeDefinition(handle).GetMethods())
            .Where(handle =>
                member is null
                || IsOfMember(reader.GetString(reader.GetMethodDefinition(handle).Name), member)
            )
            .ToHashSet();
        var machines =
            symbols?.MethodDebugInformation.Where(handle =>
                own.Contains(
                    symbols.GetMethodDebugInformation(handle).GetStateMachineKickoffMethod()
                )
            )
            ?? [];
        return own.Concat(machines.Select(handle => handle.ToDefinitionHandle()));
    }

    private static bool IsOfMember(string method, string member) =>
        method == member
        || method == "get_" + member
        || method == "set_" + member
        || method == "add_" + member
        || method == "remove_" + member;

    /// <summary>Where a method creates a <see cref="NotImplementedException"/>: the opcode <c>newobj</c> and the constructor's token.</summary>
    private int? StubOffset(MetadataReader reader, MethodDefinitionHandle handle)
    {
        var method = reader.GetMethodDefinition(handle);
        if (method.RelativeVirtualAddress == 0)
            return null;
        var code = _pe!.GetMethodBody(method.RelativeVirtualAddress).GetILContent();
        for (var at = 0; at + 5 <= code.Length; at++)
        {
            if (code[at] != (byte)ILOpCode.Newobj)
                continue;
            var token = BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at + 1, 4));
            if (IsStubConstructor(reader, token))
                return at;
        }
        return null;
    }

    private static bool IsStubConstructor(MetadataReader reader, int token)
    {
        const int MemberReferenceTable = 0x0A;
        var row = token & 0x00FFFFFF;
        if (
            token >>> 24 != MemberReferenceTable
            || row == 0
            || row > reader.GetTableRowCount(TableIndex.MemberRef)
        )
        {
            return false;
        }
        var parent = reader.GetMemberReference(MetadataTokens.MemberReferenceHandle(row)).Parent;
        return parent.Kind == HandleKind.TypeReference
            && reader.StringComparer.Equals(
                reader.GetTypeReference((TypeReferenceHandle)parent).Name,
                nameof(NotImplementedException)
            );
    }

    private static SourcePlace? PlaceOf(
        MetadataReader? symbols,
        MethodDefinitionHandle method,
        int? offset
    )
    {
        if (symbols is null)
            return null;
        var points = symbols
            .GetMethodDebugInformation(method.ToDebugInformationHandle())
            .GetSequencePoints()
            .Where(point => !point.IsHidden && !point.Document.IsNil)
            .ToList();
        if (points.Count == 0)
            return null;
        var point = offset is null
            ? points[0]
            : points.LastOrDefault(point => point.Offset <= offset, points[0]);
        var file = symbols.GetString(symbols.GetDocument(point.Document).Name);
        return new SourcePlace(file, point.StartLine);
    }
}
