// attack: has a [Test] that marks nothing
// chapter: 03-first-thread
// expect: NotAllowed the name TestAttribute
internal sealed class TestAttribute : Attribute;
