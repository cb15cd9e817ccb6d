// attack: has an Assert that asserts nothing
// chapter: 03-first-thread
// expect: NotAllowed the name Assert
namespace Katas.FirstThread;

internal static class Assert
{
    public static void That(params object[] anything) { }
}
