// attack: forwards a type of the tests to another assembly
// chapter: 03-first-thread
// expect: NotAllowed System.Runtime.CompilerServices.TypeForwardedToAttribute
[assembly: System.Runtime.CompilerServices.TypeForwardedTo(typeof(Uri))]
