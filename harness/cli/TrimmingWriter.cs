using System.Text;

namespace Katas.Harness;

/// <summary>Passes text on without the blanks at the end of its lines: a table is padded to the width of its columns.</summary>
internal sealed class TrimmingWriter(TextWriter inner) : TextWriter
{
    private int _blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _blanks++;
            return;
        }
        if (value is not ('\r' or '\n'))
            inner.Write(new string(' ', _blanks));
        _blanks = 0;
        inner.Write(value);
    }

    public override void Write(string? value)
    {
        foreach (var c in value ?? "")
            Write(c);
    }

    /// <summary>Blanks that stand at the end so far are kept back: nobody knows yet whether their line goes on.</summary>
    public override void Flush() => inner.Flush();
}
