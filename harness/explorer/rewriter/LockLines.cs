using System.Text.RegularExpressions;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>
/// Finds the line of a lock statement on a <see cref="System.Threading.Lock"/>, for which the compiler writes no sequence point: it stands in the source between
/// the statement before it and the one after it.
/// </summary>
internal sealed partial class LockLines
{
    private readonly Dictionary<string, string[]> _sources = new(StringComparer.Ordinal);

    /// <summary>The line of the lock statement that begins at an instruction.</summary>
    /// <param name="place">The statement before it.</param>
    /// <param name="next">The statement after it.</param>
    /// <param name="number">The number of the lock among those between the two, from 0.</param>
    public SequencePoint? Find(SequencePoint? place, SequencePoint? next, int number)
    {
        if (place is null || next is null || next.StartLine < place.StartLine)
            return place;
        var source = Source(place.Document.Url);
        var lines = new List<int>();
        for (var line = place.StartLine; line <= Math.Min(next.StartLine, source.Length); line++)
            lines.AddRange(Enumerable.Repeat(line, LockWord().Count(source[line - 1])));
        return lines.Count == 0 ? place : At(place, lines[Math.Min(number, lines.Count - 1)]);
    }

    private static SequencePoint At(SequencePoint place, int line)
    {
        var instruction = Instruction.Create(OpCodes.Nop);
        return new SequencePoint(instruction, place.Document)
        {
            StartLine = line,
            StartColumn = 1,
            EndLine = line,
            EndColumn = 2,
        };
    }

    private string[] Source(string file)
    {
        if (!_sources.TryGetValue(file, out var lines))
            _sources.Add(file, lines = File.Exists(file) ? File.ReadAllLines(file) : []);
        return lines;
    }

    [GeneratedRegex(@"\block\s*\(|EnterScope", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LockWord();
}
