// attack: puts a type of its own beside those of the harness
// chapter: 03-first-thread
// expect: NotAllowed the name Katas.Harness.Testing.GuardedCommand
namespace Katas.Harness.Testing;

internal sealed class GuardedCommand;
