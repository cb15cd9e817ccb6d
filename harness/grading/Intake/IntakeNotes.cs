using System.Globalization;

namespace Katas.Harness.Grading.Intake;

/// <summary>What is said of one submission while it is read, and how much of it has been looked at.</summary>
internal sealed class IntakeNotes(IntakeLimits limits)
{
    private readonly List<string> _sentences = [];
    private int _more;
    private int _entries;

    public IntakeLimits Limits => limits;

    /// <summary>The sentences, in the order in which they were found.</summary>
    public IReadOnlyList<string> Sentences =>
        _more == 0
            ? _sentences
            :
            [
                .. _sentences,
                string.Create(CultureInfo.InvariantCulture, $"There are {_more} more such notes."),
            ];

    /// <summary>Adds a sentence, unless it is there; text of the submission's in it is made visible.</summary>
    public void Add(string sentence)
    {
        var line = PlainText.Line(sentence);
        if (_sentences.Contains(line))
            return;
        if (_sentences.Count < limits.Notes)
            _sentences.Add(line);
        else
            _more++;
    }

    /// <summary>Counts a file or folder.</summary>
    /// <returns>Whether it may still be looked at.</returns>
    public bool Count(string path)
    {
        if (_entries == limits.Entries)
        {
            Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are more than {limits.Entries} files and folders; those from '{path}' on are left out."
                )
            );
        }
        return ++_entries <= limits.Entries;
    }
}
