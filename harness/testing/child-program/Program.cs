using System.Text;
using Katas.Harness.Testing.ChildProgram;

// Orders come as lines of standard input, answers go as lines that begin with "= " to standard output. See KitchenProgram for the orders.
Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var kitchen = new Cook();
var leavesWithParent = args.Contains(KitchenProgram.WithParent, StringComparer.Ordinal);
foreach (var order in args.Where(arg => arg != KitchenProgram.WithParent))
    kitchen.Do(order, wasAsked: false);

using var orders = new OrderBook();
var reader = new Thread(() => orders.ReadAll(Console.In)) { IsBackground = true };
reader.Start();

// Looks at the end of its input even while it is at an order: an order can take long, and the parent may be gone.
var worker = new Thread(() =>
{
    foreach (var order in orders.Taken())
        kitchen.Do(order, wasAsked: true);
})
{
    IsBackground = true,
};
worker.Start();
reader.Join();
if (!leavesWithParent || kitchen.IsDeaf)
    Thread.CurrentThread.Join();

// What was ordered is still served, unless nobody is there to say when it is enough.
worker.Join(TimeSpan.FromSeconds(0.5));
kitchen.Leave();
return 0;
