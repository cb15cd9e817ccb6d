using System.Text;

namespace Katas.Harness.Testing;

/// <summary>Passes on what a test writes to the console until the test has written too much or is over.</summary>
internal sealed class LimitedWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (MayWrite(1))
            inner.Write(value);
    }

    public override void Write(string? value)
    {
        if (value is not null && MayWrite(value.Length))
            inner.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        if (MayWrite(count))
            inner.Write(buffer, index, count);
    }

    public override void Flush() => inner.Flush();

    private static bool MayWrite(int characters) => TestWatch.Current?.MayWrite(characters) ?? true;
}
