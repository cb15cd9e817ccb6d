using System.Text;
using Katas.Harness.Testing.ChildProgram;

// Commands come as lines of standard input, answers go as lines that begin with "= " to standard output. See ChildCommand for the commands.
Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var interpreter = new CommandInterpreter();
var exitsWithParent = args.Contains(ChildCommand.WithParent, StringComparer.Ordinal);
foreach (var command in args.Where(arg => arg != ChildCommand.WithParent))
    interpreter.Run(command, wasAsked: false);

var commands = new CommandQueue();
var reader = new Thread(() => commands.ReadAll(Console.In)) { IsBackground = true };
reader.Start();

// The end of the input is noticed even while a command runs: a command can take long, and the parent may be gone.
var worker = new Thread(() =>
{
    foreach (var command in commands.TakeAll())
        interpreter.Run(command, wasAsked: true);
})
{
    IsBackground = true,
};
worker.Start();
reader.Join();
if (!exitsWithParent || interpreter.IgnoresEnd)
    Thread.CurrentThread.Join();

// Commands that were read still run, but only for a moment: there may be no parent any more that could stop them.
worker.Join(interpreter.FinishesCommand ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(0.5));
interpreter.End();
return 0;
