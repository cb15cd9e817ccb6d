using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Katas.Harness.Machines;
using Katas.Harness.Probes;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>The worker program as a person starts it.</summary>
public class WorkerProgramTests
{
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(60);

    [Test]
    [Platform(Exclude = "Win", Reason = "Signals are sent with kill.")]
    public async Task Told_to_stop_before_its_workers_are_ready_it_exits_with_0_and_leaves_none()
    {
        // Taken, so that no other program listens there: the workers wait for a broker.
        using var nobody = new Socket(
            AddressFamily.InterNetwork,
            SocketType.Stream,
            ProtocolType.Tcp
        );
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var program = Start("--broker", $"amqp://{nobody.LocalEndPoint}", "--workers", "2");
        await UntilBothWorkersLookForABroker(program);
        var workers = ProcessProbe.ChildrenOf(program.Id, WaitLimit);

        using (var kill = Process.Start("kill", ["-TERM", Text(program.Id)]))
            await kill.WaitForExitAsync();

        var rest = await program.StandardError.ReadToEndAsync().WaitAsync(WaitLimit);
        await program.WaitForExitAsync().WaitAsync(WaitLimit);
        Assert.That(program.ExitCode, Is.Zero, rest);
        Assert.That(workers, Has.Count.EqualTo(2));
        Assert.That(workers.Select(worker => worker.IsAlive), Is.All.False);
    }

    [Test]
    public async Task Wrong_arguments_are_answered_with_the_reason_and_the_command_to_type()
    {
        using var program = Start("--brocker", "amqp://localhost");

        var text = await program.StandardError.ReadToEndAsync().WaitAsync(WaitLimit);
        await program.WaitForExitAsync().WaitAsync(WaitLimit);

        Assert.That(program.ExitCode, Is.EqualTo(2));
        Assert.That(
            text,
            Does.StartWith("'--brocker' is not an option.")
                .And.Contain("dotnet run -c Release --project harness/pools/cluster -- --broker")
        );
    }

    private static Process Start(params string[] arguments)
    {
        var start = DotnetHost.StartInfo(typeof(WorkerCommand).Assembly.Location, arguments);
        start.RedirectStandardError = true;
        DotnetHost.DisableDiagnostics(start);
        return Process.Start(start)!;
    }

    private static async Task UntilBothWorkersLookForABroker(Process program)
    {
        var workers = 0;
        while (workers < 2)
        {
            var line = await program.StandardError.ReadLineAsync().WaitAsync(WaitLimit);
            Assert.That(line, Is.Not.Null, "The program ended.");
            if (line!.Contains("No broker answers", StringComparison.Ordinal))
                workers++;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
