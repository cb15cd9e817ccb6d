using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Katas.Harness.Grading.Compiling;

// Started by the grader, which names the pipe: the process in which answers are compiled, because a compiler can be made to take for ages.
if (args is not [var pipeName])
{
    Console.Error.WriteLine("Usage: Katas.Harness.Grading PIPE. The grader starts this program.");
    return 64;
}

using var pipe = new NamedPipeClientStream(
    ".",
    pipeName,
    PipeDirection.InOut,
    PipeOptions.Asynchronous
);
pipe.Connect(TimeSpan.FromSeconds(30));
using var requests = new StreamReader(pipe);
var compiler = new SubmissionCompiler();
while (requests.ReadLine() is { } line)
{
    var request = JsonSerializer.Deserialize<CompileRequest>(line)!;
    var answers = 0;
    using var watch = new ProcessorWatch(() =>
        Reply(
            CompileReply.Failed(
                $"The compiler needed more than {request.Limit.TotalSeconds:0} s. Look for generic types that are nested in one another, and for methods with hundreds of loops."
            )
        )
    );
    watch.Start(request.Limit);
    Reply(compiler.Compile(request));

    // The compiler's answer or the watch's, whichever comes first.
    void Reply(CompileReply reply)
    {
        if (Interlocked.Increment(ref answers) == 1)
            pipe.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(reply) + "\n"));
    }
}
return 0;
