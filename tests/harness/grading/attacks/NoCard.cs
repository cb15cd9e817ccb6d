// attack: hands in nothing, and passes what only looks at the compiled code
// chapter: 02-who-am-i
// expect: Red
namespace Katas.WhoAmI;

public static class Identity
{
    public static ProcessCard Me() => null!;
}
