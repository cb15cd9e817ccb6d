using System.Runtime.CompilerServices;
using Katas.Harness.Explorer;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.FirstThread;

[Kata(4, typeof(Threads), nameof(Threads.RunAndReturn))]
public class RunAndReturnTests
{
    [Test]
    public void RunAndReturn_runs_the_function_on_another_thread()
    {
        var worker = WorkerOfACall();

        Assert.That(
            worker.Id,
            Is.Not.EqualTo(Environment.CurrentManagedThreadId),
            "The function ran on the thread that called RunAndReturn. Look for what hands it to a new thread."
        );
    }

    [Test]
    public void RunAndReturn_runs_the_function_on_a_thread_of_its_own()
    {
        var worker = WorkerOfACall();

        Assert.That(
            worker.IsBorrowed,
            Is.False,
            "The function ran on a borrowed thread of the pool. RunAndReturn starts a new one."
        );
    }

    [Test]
    public void RunAndReturn_waits_for_the_result()
    {
        var gate = new Gate("the test to let the function end");
        var result = 0;
        var call = PendingCall.Start(
            () =>
                result = ResultOf(() =>
                {
                    gate.Wait();
                    return 42;
                }),
            "RunAndReturn to come back with the result"
        );

        call.WaitForArrivals(gate, 1);
        call.Settle();
        gate.Open();
        call.Finish();

        Assert.That(
            result,
            Is.EqualTo(42),
            "RunAndReturn came back with something else than its function made. Look at whether the variable is read before the thread that writes it has ended."
        );
    }

    [Test]
    public void RunAndReturn_reads_the_result_when_it_is_there() =>
        Explorer.Check(() =>
        {
            var bowl = new object();

            var result = Threads.RunAndReturn(() =>
            {
                Explorer.LetOthersRun();
                return bowl;
            });

            Assert.That(
                result == bowl,
                Is.True,
                "The function returned an object, and its caller should get that very object in every order of steps. Look at when the variable is read"
            );
        });

    [Test]
    public void RunAndReturn_blocks_while_the_function_runs() =>
        EndlessWork.AssertBlocks(
            work =>
                Threads.RunAndReturn(() =>
                {
                    work();
                    return 0;
                }),
            "RunAndReturn"
        );

    [Test]
    public void Calls_of_RunAndReturn_do_not_disturb_each_other() =>
        Explorer.Check(() =>
        {
            var (miso, shio) = ("", "");

            Explorer.Together(
                () => miso = Threads.RunAndReturn(() => "miso"),
                () => shio = Threads.RunAndReturn(() => "shio")
            );

            Assert.That(
                (miso, shio),
                Is.EqualTo(("miso", "shio")),
                "Two calls at the same time should each get the result of their own function. Look at which variables they share"
            );
        });

    [Test]
    public void Nothing_is_a_result_like_any_other()
    {
        (string?, int) results = ("nothing yet", -1);
        var (nothing, zero) = (0, 0);

        var seen = ThrownBy(() =>
            HangGuard.Run(
                () =>
                    results = (
                        Threads.RunAndReturn<string?>(() =>
                        {
                            nothing = 1;
                            return null;
                        }),
                        Threads.RunAndReturn(() =>
                        {
                            zero = 1;
                            return 0;
                        })
                    ),
                "RunAndReturn to come back when its function has returned null, or 0"
            )
        );

        Assert.That(
            (results, seen),
            Is.EqualTo((((string?)null, 0), (Exception?)null)),
            "(both results, and what was thrown): the functions returned null and 0, so that is what their callers should get. Look at what tells a result from a failure."
        );
        Assert.That(
            (nothing, zero),
            Is.EqualTo((1, 1)),
            "(whether the first function has run, and the second): RunAndReturn came back with what its function would have made, and had not asked it. Look at which thread is given the function, and whether it is started."
        );
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("miso")]
    public void RunAndReturn_runs_the_function_once(string? made)
    {
        var runs = 0;

        ResultOf(() =>
        {
            Interlocked.Increment(ref runs);
            return made;
        });

        Assert.That(
            runs,
            Is.EqualTo(1),
            $"The function makes {(made is null ? "null" : $"\"{made}\"")}, which is a result like any other, and should run once for it. Look for a place that takes a result for none and asks again."
        );
    }

    [Test]
    public void RunAndReturn_may_be_called_by_its_own_function()
    {
        Thread? outer = null;
        Thread? inner = null;

        HangGuard.Run(
            () =>
                ResultOf(() =>
                {
                    outer = Thread.CurrentThread;
                    return Threads.RunAndReturn(() => inner = Thread.CurrentThread);
                }),
            "RunAndReturn to come back though its function calls RunAndReturn itself"
        );

        Assert.That(
            (outer is not null, inner is not null),
            Is.EqualTo((true, true)),
            "(whether the outer function has run, and the inner one): RunAndReturn came back without having run its function. Look at which thread is given it, and whether that thread is started."
        );
        Assert.That(
            outer == inner,
            Is.False,
            "A function called RunAndReturn itself, and both functions ran on one thread. Each call starts a new one."
        );
    }

    [Test]
    public void An_exception_that_is_returned_is_a_result()
    {
        var burnt = new InvalidOperationException("burnt");
        Exception? result = null;

        var thrown = ThrownBy(() => result = Threads.RunAndReturn(() => burnt));

        Assert.That(
            (result, thrown),
            Is.EqualTo((burnt, (Exception?)null)),
            "(the result, and what was thrown): the function did not throw its exception, it returned it, so that is what its caller should get. Look at what tells a result from a failure."
        );
    }

    [TestCaseSource(nameof(Exceptions))]
    public void RunAndReturn_throws_the_very_exception_of_the_function(Exception burnt)
    {
        var seen = ThrownBy(() => Threads.RunAndReturn(() => Burn(burnt)));

        Assert.That(
            seen == burnt,
            Is.True,
            $"The caller did not get the exception that the function threw, {burnt.GetType().Name}, but {(seen is null ? "none" : $"{seen.GetType().Name} (\"{seen.Message}\")")}. Code that catches the one it knows would miss it; look at how it gets from the new thread to the caller."
        );
    }

    [Test]
    public void RunAndReturn_keeps_the_stack_trace_of_the_exception()
    {
        // The second call must not live on what the first has kept.
        for (var call = 1; call <= 2; call++)
        {
            var burnt = new InvalidOperationException("burnt");

            var seen = ThrownBy(() => Threads.RunAndReturn(() => Burn(burnt)));

            // Inside of what was thrown, too: whether it was wrapped is another test's business.
            Assert.That(
                Chain(seen).Contains(burnt) ? burnt.StackTrace : $"{seen?.GetType()}",
                Does.Contain($"{nameof(RunAndReturnTests)}.{nameof(Burn)}"),
                "The stack trace does not show the method in which it happened, so nobody can find the fault. Throwing a caught exception again with `throw e` starts the trace anew."
            );
        }
    }

    [Test]
    public void The_failure_of_one_call_is_not_that_of_another() =>
        Explorer.Check(() =>
        {
            var (misoRan, shioRan) = (false, false);
            Exception? miso = null;
            Exception? shio = null;

            Explorer.Together(
                () => miso = ThrownBy(() => Threads.RunAndReturn(() => misoRan = true)),
                () =>
                    shio = ThrownBy(() =>
                        Threads.RunAndReturn(() =>
                        {
                            shioRan = true;
                            return Burn(new InvalidOperationException("burnt"));
                        })
                    )
            );

            Assert.That(
                (misoRan, shioRan),
                Is.EqualTo((true, true)),
                "(whether the first function has run, and the second): both calls have come back, so both functions should have run. Look at which thread is given which"
            );

            Assert.That(
                (miso is not null, shio is not null),
                Is.EqualTo((false, true)),
                "(whether the first call threw, and the second): of two calls at the same time, the function of the second fails. Look at which variables they share"
            );
        });

    private static IEnumerable<TestCaseData> Exceptions() =>
        new Exception[]
        {
            new InvalidOperationException("burnt"),
            new IOException("no gas", new TimeoutException("nobody answers")),
            new AggregateException(new InvalidOperationException("burnt")),
            new OperationCanceledException("the guest has left"),
        }.Select(exception =>
            new TestCaseData(exception).SetArgDisplayNames(exception.GetType().Name)
        );

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Burn(Exception exception) => throw exception;

    /// <summary>The thread on which a function ran, and whether it is the pool's: seen by the function, for a result can be made up.</summary>
    private static (int Id, bool IsBorrowed) WorkerOfACall()
    {
        (int, bool)? worker = null;
        ResultOf(() =>
        {
            worker = (Environment.CurrentManagedThreadId, Thread.CurrentThread.IsThreadPoolThread);
            return 0;
        });
        Assert.That(
            worker,
            Is.Not.Null,
            "RunAndReturn came back, and its function has not run. Look at which thread is given it, and whether that thread is started."
        );
        return worker!.Value;
    }

    /// <summary>An exception and those inside it.</summary>
    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }

    /// <summary>The result; what is thrown instead of it fails the test in words.</summary>
    private static T ResultOf<T>(Func<T> function)
    {
        var result = default(T)!;
        var seen = ThrownBy(() => result = Threads.RunAndReturn(function));
        Assert.That(
            seen is null,
            $"The function returned a result, and RunAndReturn threw {seen?.GetType().Name} (\"{seen?.Message}\"). When an earlier call has failed with that, look for what the calls share, such as a static field."
        );
        return result;
    }

    private static Exception? ThrownBy(Action action)
    {
        try
        {
            action();
            return null;
        }
        // A stub speaks for itself.
        catch (Exception e) when (e is not NotImplementedException)
        {
            return e;
        }
    }
}
