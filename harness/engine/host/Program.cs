using System.IO.Pipes;
using Katas.Harness.Engine.Host;

// Started by the engine, which names the pipe for requests and messages; the console belongs to the tests.
// No await here: the thread pool belongs to the tests, too.
if (args is not [var pipeName])
{
    Console.Error.WriteLine(
        "Usage: Katas.Harness.Engine.Host PIPE. The engine starts this program."
    );
    return 64;
}

using var pipe = new NamedPipeClientStream(
    ".",
    pipeName,
    PipeDirection.InOut,
    PipeOptions.Asynchronous
);
pipe.Connect(TimeSpan.FromSeconds(30));
var messages = new MessageWriter(pipe);

WarmUp.Run();
HostLifetime.ReportExits(messages);
var requests = HostLifetime.ReadRequests(pipe);
var state = new ProcessState();
foreach (var request in requests.GetConsumingEnumerable())
{
    TestHost.Run(request, messages);
    messages.Write(
        new HostMessage.Idle(
            state.ChangedBy([.. request.Variables.Keys, HostRequest.ReceivedVariable])
        )
    );
}
return 0;
