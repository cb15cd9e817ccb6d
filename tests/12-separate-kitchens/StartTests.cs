using System.Diagnostics;
using System.Globalization;
using Katas.Harness.Pools.Processes;
using Katas.Harness.Probes;
using Katas.Harness.Testing;
using Katas.Harness.Testing.ChildProgram;

namespace Katas.SeparateKitchens;

[Kata(1, typeof(WorkerProcess), nameof(WorkerProcess.Start))]
public class StartTests : KitchenTest
{
    [Test]
    public void Every_worker_is_a_process_of_its_own_and_a_child_of_this_one()
    {
        var first = Start();
        var second = Start();

        var probes = new[] { ProcessProbe.Watch(first.Id), ProcessProbe.Watch(second.Id) };

        Assert.That(
            new[] { first.Id, second.Id, Environment.ProcessId },
            Is.Unique,
            "Two workers and this process are three processes. Look at whose number Id tells."
        );
        Assert.That(
            probes.Select(probe => probe.IsAlive),
            Is.EqualTo([true, true]),
            "Expected both workers to run, and to stay until they are stopped."
        );
        Assert.That(
            probes.Select(probe => probe.ParentId),
            Is.All.EqualTo(Environment.ProcessId),
            "Expected the worker's parent to be this process: only a parent learns how its child has ended."
        );
    }

    [Test]
    public async Task Arguments_arrive_as_they_were_given()
    {
        // A file's name may hold quotes everywhere but on Windows.
        var name = OperatingSystem.IsWindows() ? "it's done" : "it's \"done\"  now";
        var file = Path.Combine(Folder, name);

        Start($"mark {file}");

        await Signal(
            file,
            $"It was given an argument with spaces and quotes, '{name}'. Look at whether the arguments are handed over as a list, or glued together."
        );
    }

    [Test]
    public async Task A_worker_that_writes_much_to_standard_output_need_not_wait()
    {
        var done = Path.Combine(Folder, "done");

        Start("flood out 3000", $"mark {done}");

        await Signal(
            done,
            "It writes 3000 lines of 1 KB to its standard output first, and a pipe holds some 64 KB. Look at who reads it, whether they read before anybody has asked, and whether there is a limit to it."
        );
    }

    [Test]
    public async Task A_worker_that_writes_much_to_standard_error_need_not_wait()
    {
        var done = Path.Combine(Folder, "done");

        var worker = Start("flood err 300", $"mark {done}");

        await Signal(
            done,
            "It writes 300 KB to its standard error first, and a pipe holds some 64. Look at who reads that: nobody asks for it, and it has to be read all the same."
        );
        await Holds(
            () => worker.Errors.Length > 300_000,
            "Expected Errors to hold the 300 KB that the worker wrote to its standard error. Look at who keeps what is read there."
        );
    }

    [Test]
    public async Task Errors_arrive_in_any_alphabet()
    {
        var worker = Start("complain 라면이 탔어요 🍜");

        await Holds(
            () => worker.Errors.Contains("라면이 탔어요 🍜", StringComparison.Ordinal),
            "Expected Errors to hold '라면이 탔어요 🍜', which the worker wrote to its standard error. Look at the encoding of each of the three streams."
        );
    }

    [Test]
    public async Task Errors_of_any_length_arrive_letter_by_letter()
    {
        // Three bytes each, so that a letter may come in two parts, wherever a reader stops.
        var text = new string('라', 3000);
        var worker = Start($"complain {text}");

        await Holds(
            () => worker.Errors.Contains(text, StringComparison.Ordinal),
            "Expected Errors to hold 3000 times '라', which the worker wrote to its standard error, and nothing between. Look at what becomes of a letter that is read in two parts."
        );
    }

    [Test]
    public async Task Each_worker_has_errors_of_its_own()
    {
        var (one, other) = (Start("complain burnt"), Start("complain salty"));

        await Holds(
            () =>
                one.Errors.Contains("burnt", StringComparison.Ordinal)
                && other.Errors.Contains("salty", StringComparison.Ordinal),
            "Expected the Errors of two workers to hold what each wrote to its standard error."
        );

        Assert.That(
            one.Errors.Contains("salty", StringComparison.Ordinal)
                || other.Errors.Contains("burnt", StringComparison.Ordinal),
            Is.False,
            "Two workers wrote to their standard errors, and one's words stand in the Errors of the other. Look at what all workers share."
        );
    }

    [Test]
    public async Task No_worker_stays_behind_when_its_parent_is_killed()
    {
        // A worker of the harness's own pool is the parent here, so that it can be killed and the test lives.
        await using var pool = new ProcessPoolExecutor(1);
        var parent = pool.Submit(StartAndWait, Folder);
        await Signal(
            Path.Combine(Folder, "pid"),
            "It should have started a worker with WorkerProcess.Start.",
            giver: parent
        );
        // It is up: all that it has to do in the seconds that follow is to leave.
        await Signal(
            Path.Combine(Folder, "up"),
            "The worker should have done the order that was among its arguments.",
            giver: parent
        );
        var id = await File.ReadAllTextAsync(Path.Combine(Folder, "pid"));
        var orphan = ProcessProbe.Watch(
            int.Parse(id, CultureInfo.InvariantCulture),
            TimeSpan.FromSeconds(3)
        );

        using (var process = Process.GetProcessById(pool.WorkerProcessIds[0]))
            process.Kill();
        await Assert.CatchAsync(
            () => Soon(parent, "the end of the parent"),
            "The test's parent process did not end."
        );

        try
        {
            await orphan.WaitUntilGone();
        }
        catch (ProbeException e)
        {
            End(orphan.Id);
            Assert.Fail(
                $"The parent was killed, and its worker lives on. {e.Message} Only the end of its input tells it that its parent is gone. Look at whether it was started in a way that makes it leave then."
            );
        }
    }

    /// <summary>The parent: runs in another process.</summary>
    public static int StartAndWait(string folder, CancellationToken cancellationToken)
    {
        var worker = WorkerProcess.Start(
            ChildCommand.FileName,
            [.. ChildCommand.Arguments, $"mark {Path.Combine(folder, "up")}"]
        );
        var file = Path.Combine(folder, "pid");
        File.WriteAllText(file + ".tmp", worker.Id.ToString(CultureInfo.InvariantCulture));
        File.Move(file + ".tmp", file);
        cancellationToken.WaitHandle.WaitOne(TimeSpan.FromSeconds(20));
        return worker.Id;
    }
}
