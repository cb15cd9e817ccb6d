// attack: replaces calls by the place where they stand
// chapter: 03-first-thread
// expect: NotAllowed the name System.Runtime.CompilerServices.InterceptsLocationAttribute
namespace System.Runtime.CompilerServices;

[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
file sealed class InterceptsLocationAttribute(int version, string data) : Attribute
{
    public int Version => version;

    public string Data => data;
}
