// attack: lets the type that the tests name be somewhere else
// chapter: 03-first-thread
// expect: Red
namespace Elsewhere;

public static class Threads
{
    public static Thread Launch(Action action) => throw new NotImplementedException();
}
