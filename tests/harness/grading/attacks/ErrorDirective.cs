// attack: speaks by errors of the compiler: to a terminal, to a build server, of another file
// chapter: 03-first-thread
// expect: DoesNotCompile
namespace Katas.FirstThread;

internal static class Early
{
#line 7 "/tmp/<img src=x onerror=alert(1)>::error::[2J.cs"
#error [2J]0;passed ::error:: ##vso[task.complete result=Succeeded] =HYPERLINK("http://127.0.0.1/") </pre><script>alert(1)</script>
#warning ##[error]passed
    public static Undefined́́ Nothing => "‮⁦";
}
