namespace Katas.Harness.Executors.Contract;

public abstract partial class ExecutorContract
{
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(7)]
    [TestCase(1000)]
    public async Task Map_returns_every_result_in_input_order(int chunkSize)
    {
        await using var executor = Create();
        int[] orders = [5, 3, 3, 8, 1, 3, 5, 0, 2, 2, 9, 4, 4, 6, 7, 5, 5, 1, 0, 8, 8, 8];

        var map = executor.Map(ContractJobs.Square, orders, chunkSize);

        Assert.That(
            await Soon(map, "all results"),
            Is.EqualTo(orders.Select(order => order * order)),
            "Expected one result for each argument, in the order of the arguments, whatever the chunks."
        );
    }

    [Test]
    public async Task Map_keeps_the_order_when_later_jobs_end_first()
    {
        await using var executor = Create();
        var pairs = executor.Workers == 1 ? 0 : 4;

        var map = executor.Map(ContractJobs.EndAfterTheNext, Places(2 * pairs));

        Assert.That(
            await Soon(map, "all results"),
            Is.EqualTo(Enumerable.Range(0, 2 * pairs)),
            "Every even job ended after the odd one behind it; the results are still to come in the order of the arguments."
        );
    }

    [Test]
    public async Task Map_of_nothing_is_nothing()
    {
        await using var executor = Create();

        Assert.That(
            await Soon(executor.Map<int, int>(ContractJobs.Square, []), "no result"),
            Is.Empty
        );
    }

    [Test]
    public async Task Two_thousand_small_jobs_all_count([Values(1, 100)] int chunkSize)
    {
        await using var executor = Create();
        var orders = Enumerable.Range(0, 2000).ToArray();

        var results = await Soon(
            executor.Map(ContractJobs.Square, orders, chunkSize),
            "two thousand results"
        );

        Assert.That(results, Is.EqualTo(orders.Select(order => order * order)));
    }

    [TestCase(1)]
    [TestCase(4)]
    [TestCase(100)]
    public async Task Stream_yields_what_comes_before_the_first_failure_and_then_throws_it(
        int chunkSize
    )
    {
        await using var executor = Create();
        var seen = new List<int>();

        var stream = ReadAll(
            executor.Stream(ContractJobs.FailOnNegative, [0, 1, 2, 3, 4, -5, 6, -7], chunkSize),
            seen
        );

        var thrown = await Assert.CatchAsync(() => Soon(stream, "the stream to fail"));
        Assert.That(thrown!.ToString(), Does.Contain("The order -5 is not one to cook."));
        Assert.That(seen, Is.EqualTo([0, 1, 2, 3, 4]));
        Assert.That(
            await Soon(executor.Submit(ContractJobs.Square, 4), "a job after the failed stream"),
            Is.EqualTo(16)
        );
    }

    [TestCase(1)]
    [TestCase(4)]
    [TestCase(100)]
    public async Task Stream_yields_what_comes_before_an_argument_that_cannot_be_had(int chunkSize)
    {
        await using var executor = Create();
        var seen = new List<int>();

        var stream = Task.Run(() =>
            ReadAll(executor.Stream(ContractJobs.Square, FiveOrders(), chunkSize), seen)
        );

        var thrown = await Assert.CatchAsync(() => Soon(stream, "the stream to fail"));
        Assert.That(thrown!.Message, Does.Contain("The sixth order is a stain."));
        Assert.That(
            seen,
            Is.EqualTo([0, 1, 4, 9, 16]),
            "Expected the failure to come in the order of the arguments, after the results of those before it."
        );

        static IEnumerable<int> FiveOrders()
        {
            for (var order = 0; order < 5; order++)
                yield return order;
            throw new FormatException("The sixth order is a stain.");
        }
    }

    [Test]
    public async Task Stream_yields_what_comes_before_an_argument_that_cannot_be_used()
    {
        await using var executor = Create();
        var seen = new List<int>();
        Dish[] dishes = [new(0), new(1), new(2), new(-3), new(4)];

        var stream = Task.Run(() => ReadAll(executor.Stream(ContractJobs.Price, dishes), seen));

        var thrown = await Assert.CatchAsync(() => Soon(stream, "the stream to fail"));
        Assert.That(thrown!.Message, Does.Contain("A dish at -3 won is none."));
        Assert.That(
            seen,
            Is.EqualTo([0, 1, 2]),
            "Expected the failure to come in the order of the arguments, after the results of those before it."
        );
    }

    [Test]
    public async Task Stream_reads_arguments_only_as_fast_as_results_are_taken(
        [Values(1, 5)] int chunkSize
    )
    {
        await using var executor = Create();
        var read = 0;
        var endless = Enumerable
            .Range(0, int.MaxValue)
            .Select(number =>
            {
                read++;
                return number % 1000;
            });

        var taken = Task.Run(async () =>
        {
            var count = 0;
            await foreach (var _ in executor.Stream(ContractJobs.Square, endless, chunkSize))
            {
                if (++count == 10)
                    break;
            }
        });

        await Soon(taken, "ten results of an endless stream");
        Assert.That(
            read,
            Is.LessThanOrEqualTo(10 + chunkSize * (8 * executor.Workers + 8)),
            "Expected at most a few chunks a worker to be read ahead, so that memory does not grow with the number of arguments."
        );
    }

    [Test]
    public async Task Leaving_a_stream_early_asks_its_jobs_to_stop()
    {
        await using var executor = Create();
        if (executor.Workers == 1)
            return;

        await using (
            var results = executor.Stream(FirstEndsOthersRun, Places(2)).GetAsyncEnumerator()
        )
        {
            await Soon(results.MoveNextAsync().AsTask(), "the first result");
        }

        Signals.Wait(_folder, "stopped", WaitLimit);
    }

    [Test]
    public async Task Cancelling_a_stream_ends_it_and_leaves_the_executor_fit_for_work()
    {
        await using var executor = Create();
        using var cancellation = new CancellationTokenSource();

        var stream = Task.Run(() =>
            executor.Map(
                ContractJobs.RunUntilAsked,
                Places(3 * executor.Workers),
                cancellationToken: cancellation.Token
            )
        );
        WaitForInside(1);
        await cancellation.CancelAsync();

        await Cancelled(stream, "a stream whose token was cancelled");
        Assert.That(
            await Soon(executor.Submit(ContractJobs.Square, 5), "a job after the cancelled stream"),
            Is.EqualTo(25)
        );
    }

    [Test]
    public async Task Chunks_have_at_least_one_argument([Values(0, -1)] int chunkSize)
    {
        await using var executor = Create();

        await Assert.CatchAsync<ArgumentOutOfRangeException>(() =>
            executor.Map(ContractJobs.Square, [1, 2], chunkSize)
        );
    }

    public static int FirstEndsOthersRun(Place place, CancellationToken cancellationToken)
    {
        if (place.Id == 0)
        {
            Signals.WaitUntil(
                () => Signals.IsSet(place.Folder, "running"),
                "the second job to run",
                place.WaitLimit,
                cancellationToken
            );
            return 0;
        }
        Signals.Set(place.Folder, "running");
        try
        {
            Signals.WaitUntil(
                () => false,
                "being asked to stop",
                place.WaitLimit,
                cancellationToken
            );
        }
        catch (OperationCanceledException)
        {
            Signals.Set(place.Folder, "stopped");
            throw;
        }
        return place.Id;
    }

    private static async Task ReadAll<T>(IAsyncEnumerable<T> stream, List<T> into)
    {
        await foreach (var item in stream)
            into.Add(item);
    }
}
