namespace Katas.Harness.Timing;

public class ComparisonTests
{
    private static readonly ComparisonOptions s_options = new() { Rounds = 4, Workers = [2] };

    [Test]
    public async Task Rounds_run_every_way_forwards_and_backwards_in_turn()
    {
        var workload = new ScriptedWorkload();

        var measured = await Comparison.Run(workload, s_options);

        Assert.That(
            string.Concat(workload.Log.TakeLast(12)),
            Is.EqualTo("ABC" + "CBA" + "ABC" + "CBA")
        );
        Assert.That(measured.Rounds, Is.EqualTo(4));
        Assert.That(measured.Others.Select(other => other.Runs.Count), Is.EqualTo([4, 4]));
    }

    [Test]
    public async Task Every_way_is_warmed_up_before_the_first_round()
    {
        var workload = new ScriptedWorkload();

        await Comparison.Run(workload, s_options);

        var warmUp = workload.Log.SkipLast(12).ToArray();
        Assert.That(
            warmUp.GroupBy(name => name).Select(way => way.Count()),
            Has.Exactly(3).Items.And.All.GreaterThanOrEqualTo(3)
        );
    }

    [Test]
    public async Task An_output_that_differs_in_any_round_ends_that_way_and_no_other()
    {
        var workload = new ScriptedWorkload { Output = LieInTheSecondRound };

        var measured = await Comparison.Run(workload, s_options);

        var liar = measured.Others[0];
        Assert.That(liar.Difference, Does.Contain("[1, 2, 4]").And.Contain("[1, 2, 3]"));
        Assert.That(liar.Runs, Has.Count.LessThan(4));
        Assert.That(measured.Others[1].Difference, Is.Null);
        Assert.That(measured.Others[1].Runs, Has.Count.EqualTo(4));

        object LieInTheSecondRound(string name, int run) =>
            name == "B" && run > 4 ? new[] { 1, 2, 4 } : new[] { 1, 2, 3 };
    }

    [Test]
    public async Task A_way_that_throws_is_out_and_the_others_go_on()
    {
        var workload = new ScriptedWorkload
        {
            Output = (name, _) => name == "C" ? throw new NotImplementedException() : 1,
        };

        var measured = await Comparison.Run(workload, s_options);

        Assert.That(measured.Others[1].Failure?.IsStub, Is.True);
        Assert.That(measured.Others[1].Runs, Is.Empty);
        Assert.That(measured.Others[0].Runs, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task A_baseline_that_throws_ends_the_comparison_and_every_executor()
    {
        var workload = new ScriptedWorkload
        {
            Output = (name, run) => name == "A" && run > 3 ? throw new FormatException("burnt") : 1,
        };

        await Assert.ThrowsAsync<FormatException>(() => Comparison.Run(workload, s_options));

        Assert.That(workload.Executors.Select(executor => executor.IsShutDown), Is.All.True);
    }

    [Test]
    public async Task What_is_cancelled_keeps_its_complete_rounds()
    {
        using var cancellation = new CancellationTokenSource();
        var workload = new ScriptedWorkload();
        var observer = new StopAfter(2, cancellation);

        var measured = await Comparison.Run(workload, s_options, observer, cancellation.Token);

        Assert.That(measured.Rounds, Is.EqualTo(2));
        Assert.That(measured.Others.Select(other => other.Runs.Count), Is.EqualTo([2, 2]));
        Assert.That(workload.Executors.Select(executor => executor.IsShutDown), Is.All.True);
    }

    [Test]
    public async Task What_is_cancelled_in_mid_round_forgets_that_round()
    {
        using var cancellation = new CancellationTokenSource();
        var workload = new ScriptedWorkload
        {
            Output = (name, run) =>
            {
                if (name == "C" && run == 6)
                    cancellation.Cancel();
                return 1;
            },
        };

        var measured = await Comparison.Run(
            workload,
            s_options,
            cancellationToken: cancellation.Token
        );

        Assert.That(
            measured.Others.Select(other => other.Runs.Count),
            Is.All.EqualTo(measured.Rounds)
        );
        Assert.That(measured.Rounds, Is.LessThan(4));
    }

    [Test]
    public async Task What_is_cancelled_from_the_start_has_no_round()
    {
        var measured = await Comparison.Run(
            new ScriptedWorkload(),
            s_options,
            cancellationToken: new CancellationToken(canceled: true)
        );

        Assert.That(measured.Rounds, Is.Zero);
    }

    [Test]
    public async Task Each_job_has_its_own_cost_and_each_pool_its_start_and_overhead()
    {
        var workload = new ScriptedWorkload { Jobs = [_ => { }, _ => { }] };

        var measured = await Comparison.Run(workload, s_options);

        Assert.That(measured.Costs, Has.Count.EqualTo(2));
        Assert.That(measured.Others[0].StartSeconds, Is.GreaterThan(0));
        Assert.That(measured.Others[0].OverheadSeconds, Is.GreaterThan(0));
    }

    [Test]
    public async Task A_comparison_needs_rounds_and_workers()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Comparison.Run(new ScriptedWorkload(), s_options with { Rounds = 0 })
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Comparison.Run(new ScriptedWorkload(), s_options with { Workers = [0] })
        );
    }

    private sealed class StopAfter(int rounds, CancellationTokenSource cancellation)
        : IComparisonObserver
    {
        public void WarmingUp(Variant variant) { }

        public void RoundDone(Measurements soFar)
        {
            if (soFar.Rounds == rounds)
                cancellation.Cancel();
        }
    }
}
