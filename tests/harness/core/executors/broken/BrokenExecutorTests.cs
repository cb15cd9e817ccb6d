using System.Reflection;
using Katas.Harness.Executors.Contract;
using NUnit.Framework.Internal;

namespace Katas.Harness.Executors.Broken;

/// <summary>The contract can fail: each flaw is noticed by the tests that are about it.</summary>
[Parallelizable(ParallelScope.All)]
public class BrokenExecutorTests
{
    [TestCaseSource(nameof(Flaws))]
    public async Task The_contract_rejects(Type flaw, string test, object[] arguments)
    {
        var executor = (BrokenExecutor)Activator.CreateInstance(flaw)!;

        // A flaw is watched for until it shows, so that may take long; what is waited for in vain costs its whole patience.
        var contract = new Trial<IExecutor>(
            executor,
            waitLimit: TimeSpan.FromSeconds(1),
            watch: TimeSpan.FromSeconds(20)
        );
        var complaint = await Complaint(contract, executor.EndWorkers, test, arguments);

        Assert.That(complaint, Is.Not.Null, $"{flaw.Name} passed {test}.");
        await TestContext.Out.WriteLineAsync(complaint);
    }

    [Test]
    public async Task The_contract_accepts_a_sound_executor_in_the_same_way()
    {
        var complaint = await Complaint(
            new Trial<IExecutor>(new ThreadPoolExecutor(2)),
            () => Task.CompletedTask,
            nameof(ExecutorContract.Shutdown_waits_for_every_submitted_job)
        );

        Assert.That(complaint, Is.Null);
    }

    private static IEnumerable<TestCaseData> Flaws()
    {
        yield return Flaw<InOrderOfCompletion>(
            nameof(ExecutorContract.Map_keeps_the_order_when_later_jobs_end_first)
        );
        yield return Flaw<SwallowsExceptions>(
            nameof(ExecutorContract.The_exception_of_a_job_travels_to_its_future)
        );
        yield return Flaw<DropsDuplicates>(
            nameof(ExecutorContract.Map_returns_every_result_in_input_order),
            3
        );
        yield return Flaw<DropsTheRemainder>(
            nameof(ExecutorContract.Map_returns_every_result_in_input_order),
            3
        );
        yield return Flaw<ReadsEverythingFirst>(
            nameof(ExecutorContract.Stream_reads_arguments_only_as_fast_as_results_are_taken),
            1
        );
        yield return Flaw<ReadsEverythingFirst>(
            nameof(ExecutorContract.Stream_yields_what_comes_before_an_argument_that_cannot_be_had),
            1
        );
        yield return Flaw<IgnoresCancellation>(
            nameof(ExecutorContract.A_job_cancelled_before_it_is_submitted_never_runs)
        );
        yield return Flaw<IgnoresCancellation>(
            nameof(ExecutorContract.A_job_cancelled_while_it_waits_never_runs)
        );
        yield return Flaw<IgnoresCancellation>(
            nameof(ExecutorContract.A_running_job_is_asked_to_stop)
        );
        yield return Flaw<CancelsInNameOnly>(
            nameof(ExecutorContract.A_job_cancelled_while_it_waits_never_runs)
        );
        yield return Flaw<PromisesMoreWorkers>(
            nameof(ExecutorContract.As_many_jobs_as_there_are_workers_run_at_the_same_time)
        );
        yield return Flaw<HidesWorkers>(
            nameof(ExecutorContract.No_more_jobs_than_there_are_workers_run_at_the_same_time)
        );
        yield return Flaw<AcceptsAfterShutdown>(
            nameof(ExecutorContract.Submit_after_shutdown_is_an_error)
        );
        yield return Flaw<LeavesWhileJobsRun>(
            nameof(ExecutorContract.Shutdown_waits_for_every_submitted_job)
        );
        yield return Flaw<AlwaysCancelsPending>(
            nameof(ExecutorContract.Shutdown_waits_for_every_submitted_job)
        );
        yield return Flaw<NeverCancelsPending>(
            nameof(
                ExecutorContract.Shutdown_that_cancels_drops_what_waits_and_asks_the_rest_to_stop
            )
        );
        yield return Flaw<ShutsDownOnce>(
            nameof(ExecutorContract.Shutting_down_and_disposing_again_is_harmless)
        );
        yield return Flaw<LosesTheChunkOfAFailure>(
            nameof(
                ExecutorContract.Stream_yields_what_comes_before_the_first_failure_and_then_throws_it
            ),
            4
        );
        yield return Flaw<ForgetsItsStreams>(
            nameof(ExecutorContract.Leaving_a_stream_early_asks_its_jobs_to_stop)
        );
    }

    private static TestCaseData Flaw<TExecutor>(string test, params object[] arguments)
        where TExecutor : BrokenExecutor =>
        new TestCaseData(typeof(TExecutor), test, arguments).SetArgDisplayNames(
            typeof(TExecutor).Name,
            test
        );

    /// <summary>Runs one test of the contract aside, so that its failure is not this test's; returns what it complained about.</summary>
    private static async Task<string?> Complaint(
        ExecutorContract contract,
        Func<Task> endWorkers,
        string test,
        params object[] arguments
    )
    {
        using var aside = new TestExecutionContext.IsolatedContext();
        contract.MakeFolder();
        try
        {
            await (Task)
                typeof(ExecutorContract)
                    .GetMethod(test, BindingFlags.Public | BindingFlags.Instance)!
                    .Invoke(contract, arguments)!;
            return null;
        }
        catch (Exception e) when (e is not NullReferenceException)
        {
            return e.Message;
        }
        finally
        {
            // First, for a job that leaves a signal while its folder goes would keep the folder from going.
            await endWorkers();
            contract.LeaveFolder();
        }
    }

    /// <summary>Generic only so that NUnit does not take it for a fixture of its own.</summary>
    private sealed class Trial<TExecutor>(
        TExecutor executor,
        TimeSpan? waitLimit = null,
        TimeSpan? watch = null
    ) : ExecutorContract
        where TExecutor : IExecutor
    {
        protected override TimeSpan WaitLimit => waitLimit ?? base.WaitLimit;

        protected override TimeSpan Watch => watch ?? base.Watch;

        protected override IExecutor Create() => executor;
    }
}
