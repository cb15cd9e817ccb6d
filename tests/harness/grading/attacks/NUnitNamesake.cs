// attack: puts a type of its own beside those of NUnit
// chapter: 03-first-thread
// expect: NotAllowed the name NUnit.Framework.SuccessException
namespace NUnit.Framework;

internal sealed class SuccessException : Exception;
