using System.Collections.Concurrent;

namespace Katas.Harness.Testing.ChildProgram;

/// <summary>The commands that were read and have not run yet: one thread reads, another takes.</summary>
internal sealed class CommandQueue
{
    // The thread that takes may still be in a command when the program ends, so this is never disposed of.
    private readonly BlockingCollection<string> _commands = [];

    public void ReadAll(TextReader reader)
    {
        while (reader.ReadLine() is { } command)
            _commands.Add(command);
        _commands.CompleteAdding();
    }

    public IEnumerable<string> TakeAll() => _commands.GetConsumingEnumerable();
}
