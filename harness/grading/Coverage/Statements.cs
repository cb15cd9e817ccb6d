using Katas.Harness.Engine;
using Microsoft.CodeAnalysis.Text;
using Mono.Cecil.Cil;

namespace Katas.Harness.Grading.Coverage;

/// <summary>Where the statements of an answer begin, in its code and in its files.</summary>
/// <param name="files">The files.</param>
internal sealed class Statements(IEnumerable<SourceFile> files)
{
    private readonly Dictionary<string, SourceText> _texts = files.ToDictionary(
        file => file.Path,
        file => SourceText.From(file.Text),
        StringComparer.Ordinal
    );

    /// <summary>The first instruction of each statement in a piece of code. A brace is none, nor is what the compiler generates.</summary>
    public IEnumerable<(Instruction First, SequencePoint Place)> In(CodePiece piece)
    {
        var places = piece.Method.DebugInformation.GetSequencePointMapping();
        foreach (var instruction in piece.Instructions)
        {
            if (
                places.TryGetValue(instruction, out var place)
                && !place.IsHidden
                && _texts.TryGetValue(place.Document.Url, out var text)
                && Letter(text, place) is not (null or '{' or '}')
                && !IsJumpedOver(instruction)
            )
                yield return (instruction, place);
        }
    }

    /// <summary>What a statement begins with; <see langword="null"/> for a place that is not in the file, which <c>#line</c> can name.</summary>
    private static char? Letter(SourceText text, SequencePoint place)
    {
        if (place.StartLine > text.Lines.Count)
            return null;
        var at = text.Lines[place.StartLine - 1].Start + place.StartColumn - 1;
        return at < text.Length ? text[at] : null;
    }

    /// <summary>Before a switch expression, the compiler jumps over a place, for debuggers, to which nothing else leads.</summary>
    private static bool IsJumpedOver(Instruction instruction) =>
        instruction
            is {
                OpCode.Code: Code.Nop,
                Previous: { OpCode.Code: Code.Brtrue_S, Operand: Instruction target }
            }
        && target == instruction.Next;
}
