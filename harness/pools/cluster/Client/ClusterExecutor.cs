using System.Runtime.CompilerServices;
using System.Text;
using Katas.Harness.Executors;
using Katas.Harness.Jobs;
using Katas.Harness.Pools.Cluster.Client;

namespace Katas.Harness.Pools.Cluster;

/// <summary>
/// Runs jobs on any number of machines: jobs go to a queue of a RabbitMQ broker, workers anywhere take them from there, results come back
/// through a queue of the executor's own.
/// </summary>
/// <remarks>
/// <para>
/// A job leaves its queue only when the broker has confirmed its result, so it may run twice (its worker died at the last moment, the connection
/// broke) but is never lost; its future completes once. A job with which three workers died is set aside: its future carries a
/// <see cref="PoisonJobException"/>.
/// </para>
/// <para>
/// The workers are not the executor's: it neither starts nor stops them, and jobs wait until there is one. A worker needs the same assemblies
/// at the same paths. While the broker is away, jobs can be submitted; they are sent when it is back.
/// </para>
/// </remarks>
public sealed class ClusterExecutor : IExecutor
{
    private readonly PendingJobs _pending = new();
    private readonly JobMethodCache<string> _methods = new(method =>
        Encoding.UTF8.GetString(JobJson.Write(method))
    );
    private readonly CancellationTokenSource _closing = new();
    private readonly ClusterClient _client;
    private Task _connection = Task.CompletedTask;
    private Task _notices = Task.CompletedTask;
    private Task? _shutdown;
    private readonly Lock _shuttingDown = new();
    private long _numbers;
    private int _workers = 1;
    private int _atLeast = 1;

    private ClusterExecutor(ClusterOptions options) =>
        _client = new ClusterClient(
            options,
            $"{options.Name}.results.{Guid.NewGuid():N}",
            _pending
        );

    /// <inheritdoc/>
    public string Name => "cluster";

    /// <summary>How many workers the cluster had when the last stream began or, before the first, when the executor connected; at least 1.</summary>
    /// <remarks>When the broker cannot say, the number from before stays.</remarks>
    public int Workers => Volatile.Read(ref _workers);

    /// <summary>How many results came for jobs that had ended already, and were not counted again.</summary>
    public long Duplicates => _client.Duplicates;

    /// <summary>How many workers the cluster has now; <see langword="null"/> while the broker cannot say.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<int?> CountWorkers(CancellationToken cancellationToken = default) =>
        _client.CountWorkers(cancellationToken);

    /// <summary>Connects to a cluster.</summary>
    /// <param name="options">Where the cluster is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NoBrokerException">There is no broker at the address, or it does not let us in.</exception>
    public static async Task<ClusterExecutor> Connect(
        ClusterOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var executor = new ClusterExecutor(options);
        var link = new BrokerLink(options, "executor");
        var first = await link.Connect(cancellationToken).ConfigureAwait(false);
        executor._connection = link.Keep(
            first,
            executor._client.Session,
            executor._client.Fail,
            executor._closing.Token
        );
        _ = executor.FailJobsWithoutBroker();
        try
        {
            executor.RecordWorkers(await executor._client.Workers.ConfigureAwait(false));
        }
        catch
        {
            await executor.Shutdown(cancelPending: true).ConfigureAwait(false);
            throw;
        }
        return executor;
    }

    /// <summary>Has the executor assume that there are so many workers at least; to be called before it is used.</summary>
    internal void AssumeAtLeast(int workers)
    {
        _atLeast = workers;
        Volatile.Write(ref _workers, workers);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The job cannot leave this process, or its argument is too large; the message says why, and what to do.</exception>
    public Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    ) => SubmitNamed<TArgument, TResult>(_methods.Of(job), argument, cancellationToken);

    /// <summary>Submits a job that the workers know by a name: see <see cref="Worker.WorkerCommand.Work"/>.</summary>
    /// <typeparam name="TArgument">What the job is given.</typeparam>
    /// <typeparam name="TResult">What the job makes.</typeparam>
    /// <param name="job">Its name.</param>
    /// <param name="argument">What it is given.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ArgumentException">The argument is too large; the message says what to do.</exception>
    public Task<TResult> SubmitNamed<TArgument, TResult>(
        string job,
        TArgument argument,
        CancellationToken cancellationToken = default
    )
    {
        var ticket = new SingleJob<TResult>
        {
            Number = Interlocked.Increment(ref _numbers),
            Method = job,
            Argument = JobJson.Write(argument),
            IsChunk = false,
            CancellationToken = cancellationToken,
        };
        Submit(ticket);
        return ticket.Future;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentOutOfRangeException.ThrowIfLessThan(chunkSize, 1);
        ShutDownException.ThrowIf(_pending.IsClosed, this);
        return Enumerate<TArgument, TResult>(
            _methods.Of(job),
            arguments,
            chunkSize,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    /// <remarks>The workers stay, for other executors.</remarks>
    public Task Shutdown(bool cancelPending = false)
    {
        _pending.Close();
        if (cancelPending)
        {
            var notice = _client.SendNoticeForAll();
            lock (_shuttingDown)
                _notices = Task.WhenAll(_notices, notice);
            foreach (var job in _pending.TakeWaiting())
                job.Cancel();
        }
        lock (_shuttingDown)
            return _shutdown ??= Close();
    }

    /// <summary>Shuts down, and completes when every submitted job has ended.</summary>
    public ValueTask DisposeAsync() => new(Shutdown());

    private async IAsyncEnumerable<TResult> Enumerate<TArgument, TResult>(
        string method,
        IEnumerable<TArgument> arguments,
        int chunkSize,
        CancellationToken callerToken,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        // Workers come and go; those that are there now are to be kept busy.
        RecordWorkers(await _client.CountWorkers(callerToken).ConfigureAwait(false) ?? 0);
        var results = OrderedStream.Run<TArgument, TResult>(
            (chunk, token) =>
            {
                var ticket = new ChunkJob<TResult>
                {
                    Number = Interlocked.Increment(ref _numbers),
                    Method = method,
                    Argument = JobJson.Write(chunk),
                    IsChunk = true,
                    CancellationToken = token,
                };
                Submit(ticket);
                return ticket.Future;
            },
            arguments,
            chunkSize,
            window: 4 * Workers,
            callerToken
        );
        await foreach (
            var result in results.WithCancellation(cancellationToken).ConfigureAwait(false)
        )
            yield return result;
    }

    /// <summary>Keeps how many workers the broker has counted; 0 when it could not say.</summary>
    private void RecordWorkers(int counted)
    {
        if (counted > 0)
            Volatile.Write(ref _workers, Math.Max(_atLeast, counted));
    }

    private void Submit(ClusterJob job)
    {
        if (job.Argument.Length > ClusterMessage.LargestBody)
            throw new ArgumentException(
                ClusterMessage.TooLarge("argument", job.Argument.Length),
                nameof(job)
            );
        if (job.CancellationToken.IsCancellationRequested)
        {
            ShutDownException.ThrowIf(_pending.IsClosed, this);
            job.Cancel();
            return;
        }
        ShutDownException.ThrowIf(!_pending.TryAdd(job), this);
        _client.Send(job);
        job.OnCancelled(cancelled => _ = CancelJob(cancelled));
    }

    private async Task CancelJob(ClusterJob job)
    {
        var notice = _client.SendNotice(job.Number);
        // Once the workers' queues have the notice, a waiting job never runs. Without a connection no worker can be told either.
        if (_client.IsConnected)
            await notice.Tried.ConfigureAwait(false);
        if (_pending.TakeUnlessStarted(job))
            job.Cancel();
    }

    /// <summary>When there will be no other connection (the broker lets us in no more), fails every job, and those that are still submitted.</summary>
    private async Task FailJobsWithoutBroker()
    {
        try
        {
            await _connection.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _client.GiveUp(e);
            _pending.FailAll(e);
        }
    }

    private async Task Close()
    {
        await _pending.Ended.ConfigureAwait(false);
        // A worker that has a dropped job in hand needs the notice, and this connection is the last to send it on.
        Task notices;
        lock (_shuttingDown)
            notices = _notices;
        await notices.ConfigureAwait(false);
        await _client.RemoveResults().ConfigureAwait(false);
        await _closing.CancelAsync().ConfigureAwait(false);
        await _connection.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }
}
