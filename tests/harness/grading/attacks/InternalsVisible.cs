// attack: opens itself to an assembly of its own name
// chapter: 03-first-thread
// expect: NotAllowed System.Runtime.CompilerServices.InternalsVisibleToAttribute
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("nunit.framework")]
