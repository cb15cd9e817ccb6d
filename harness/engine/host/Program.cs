using System.IO.Pipes;
using System.Text.Json;
using Katas.Harness.Engine.Host;

// Started by harness/engine, which names the pipe for requests and messages; the console belongs to the tests.
// No await here: the thread pool belongs to the tests, too.
if (args is not [var pipeName])
{
    Console.Error.WriteLine(
        "Usage: Katas.Harness.Engine.Host <pipe>. The runner starts this program."
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
using var reader = new StreamReader(pipe, leaveOpen: true);
var messages = new MessageWriter(pipe);

WarmUp.Run();
if (reader.ReadLine() is not { } line)
    return 0;

HostLifetime.Install(messages);
HostLifetime.Listen(reader);
TestHost.Run(JsonSerializer.Deserialize<HostRequest>(line)!, messages);

// The runner kills this process and all that the tests have left behind.
new ManualResetEventSlim().Wait();
return 0;
