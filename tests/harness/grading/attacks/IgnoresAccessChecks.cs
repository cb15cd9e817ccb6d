// attack: asks the runtime to look away
// chapter: 03-first-thread
// expect: NotAllowed the name System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute
[assembly: System.Runtime.CompilerServices.IgnoresAccessChecksTo("nunit.framework")]

namespace System.Runtime.CompilerServices
{
    [AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
    internal sealed class IgnoresAccessChecksToAttribute(string name) : Attribute
    {
        public string Name => name;
    }
}
