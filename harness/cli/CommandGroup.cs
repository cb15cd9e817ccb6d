using System.CommandLine;

namespace Katas.Harness.Cli;

/// <summary>Commands for the same people.</summary>
/// <param name="Title">Who they are for.</param>
/// <param name="Commands">The commands, in the order in which help lists them.</param>
internal sealed record CommandGroup(string Title, IReadOnlyList<Command> Commands);
