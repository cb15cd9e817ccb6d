using Spectre.Console;

namespace Katas.Harness.Cli;

/// <summary>Sentences that come while a command works: above the bar while there is one, otherwise at once.</summary>
internal sealed class ProgressNotices
{
    private volatile IAnsiConsole? _console;

    /// <summary>Shows one; from any thread.</summary>
    public void Write(string sentence)
    {
        if (_console is { } console)
            console.WriteLine(sentence);
        else
            Prose.Out(sentence);
    }

    /// <summary>Has them shown on the console of a bar, until the result is disposed of.</summary>
    public IDisposable Show(IAnsiConsole console)
    {
        _console = console;
        return new Shown(this);
    }

    private sealed class Shown(ProgressNotices notices) : IDisposable
    {
        public void Dispose() => notices._console = null;
    }
}
