namespace Katas.Harness.Grading.Intake;

/// <summary>What one student handed in, not read yet.</summary>
public sealed class HandIn
{
    private readonly IReadOnlyList<IntakePart> _parts;
    private readonly ChapterNames _names;
    private readonly IntakeLimits _limits;
    private readonly IReadOnlyList<string> _notes;

    internal HandIn(
        HandInName name,
        IReadOnlyList<IntakePart> parts,
        IReadOnlyList<string> notes,
        ChapterNames names,
        IntakeLimits limits
    ) => (Name, _parts, _notes, _names, _limits) = (name, parts, notes, names, limits);

    /// <summary>Who handed it in, and what else its name says.</summary>
    public HandInName Name { get; }

    /// <summary>Who handed it in; unique in a class.</summary>
    public string Student => Name.Student;

    /// <summary>Reads it. Whatever is wrong with it is a note.</summary>
    public SubmittedWork Read()
    {
        var notes = new IntakeNotes(_limits);
        foreach (var note in _notes)
            notes.Add(note);
        using var sources = new SourceReader(_names, notes);
        try
        {
            foreach (var part in _parts)
                sources.Find(part);
            return new(sources.Read(), notes.Sentences);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notes.Add($"It cannot be read: {e.Message}");
            return new(
                new Dictionary<string, SubmittedChapter>(StringComparer.Ordinal),
                notes.Sentences
            );
        }
    }
}
