using System.Diagnostics;

namespace Katas.Harness.Probes;

public class ProcessProbeTests
{
    private Process _child = null!;

    [SetUp]
    public void Start_a_child_that_lives_until_its_input_ends() =>
        _child = Process.Start(
            new ProcessStartInfo("git", ["hash-object", "--stdin"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;

    [TearDown]
    public void Leave_no_child()
    {
        _child.Kill(entireProcessTree: true);
        _child.WaitForExit();
        _child.Dispose();
    }

    [Test]
    public async Task It_sees_a_child_live_and_end()
    {
        var probe = ProcessProbe.Watch(_child);

        var (aliveBefore, codeBefore) = (probe.IsAlive, probe.ExitCode);
        _child.StandardInput.Close();
        await probe.WaitUntilGone();
        await _child.WaitForExitAsync();

        Assert.That(aliveBefore, Is.True);
        Assert.That(codeBefore, Is.Null);
        Assert.That(probe.IsAlive, Is.False);
        Assert.That(probe.ExitCode, Is.Zero);
        Assert.That(probe.ParentId, Is.EqualTo(Environment.ProcessId));
    }

    [Test]
    public void It_finds_the_children_of_a_process()
    {
        var before = ProcessProbe.ChildrenOf(Environment.ProcessId);
        _child.Kill();
        _child.WaitForExit();
        var after = ProcessProbe.ChildrenOf(Environment.ProcessId);

        Assert.That(before.Select(child => child.Id), Does.Contain(_child.Id));
        Assert.That(after.Select(child => child.Id), Does.Not.Contain(_child.Id));
    }

    [Test]
    public async Task Watching_by_id_sees_the_end_but_not_the_exit_code()
    {
        var probe = ProcessProbe.Watch(_child.Id);

        _child.StandardInput.Close();
        await probe.WaitUntilGone();

        Assert.That(probe.ExitCode, Is.Null);
        Assert.That(probe.ToString(), Does.EndWith("gone)"));
    }

    [Test]
    public void A_process_that_was_never_there_is_not_alive()
    {
        var probe = ProcessProbe.Watch(int.MaxValue);

        Assert.That(probe.IsAlive, Is.False);
        Assert.That(probe.ParentId, Is.Null);
    }

    [Test]
    public async Task It_fails_when_the_process_stays()
    {
        var probe = ProcessProbe.Watch(_child, Short.Limit);

        var seen = await Assert.ThrowsAsync<ProbeException>(probe.WaitUntilGone);

        Assert.That(
            seen.Message,
            Does.StartWith($"Waited 0.05 s for process {_child.Id} (a child of process ")
        );
    }
}
