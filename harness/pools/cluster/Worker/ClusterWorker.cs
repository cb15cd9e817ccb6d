using Katas.Harness.Executors;
using Katas.Harness.Jobs;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>
/// One worker of a cluster: takes one job at a time from the cluster's queue, runs it, and acknowledges it only when the broker has confirmed
/// the result. If the worker dies before that, the broker hands the job to another.
/// </summary>
internal sealed class ClusterWorker
{
    private readonly ClusterOptions _options;
    private readonly Action<string> _log;
    private readonly Action _onReady;
    private readonly string _name = WorkerCommand.Name;
    private readonly CurrentChannel _channel = new();
    private readonly JobConsumer _jobs;
    private readonly CancelledJobs _cancelled = new();
    private readonly JobRunner _runner;
    private readonly AnswerPublisher _answers;
    private volatile Task _inHand = Task.CompletedTask;
    private volatile string? _lastTrouble;

    /// <param name="options">Where the cluster is.</param>
    /// <param name="log">Is told, in one line, what an operator would like to know.</param>
    /// <param name="onReady">Called on every connection once the worker takes jobs.</param>
    /// <param name="named">The jobs that the worker does, by name; <see langword="null"/> for any method of any assembly.</param>
    public ClusterWorker(
        ClusterOptions options,
        Action<string> log,
        Action onReady,
        IReadOnlyDictionary<string, LoadedJob>? named = null
    )
    {
        _runner = new JobRunner(named);
        _options = options;
        _log = log;
        _onReady = onReady;
        _jobs = new JobConsumer(options);
        _answers = new AnswerPublisher(_name, _channel, LogOnce);
    }

    /// <summary>Works until it is asked to stop; then it ends the job in hand and returns.</summary>
    /// <param name="stop">Asks the worker to stop.</param>
    /// <exception cref="NoBrokerException">The broker does not let the worker in. A broker that is not there yet is waited for.</exception>
    public async Task Run(CancellationToken stop)
    {
        using var closing = new CancellationTokenSource();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, closing.Token);
        var link = new BrokerLink(_options, _name);
        var connection = link.Keep(first: null, Session, LogOnce, closing.Token);
        var work = Work(ending.Token);
        var stopping = StopTakingJobs(ending.Token);

        await Task.WhenAny(connection, work).ConfigureAwait(false);
        await closing.CancelAsync().ConfigureAwait(false);
        // A broker that lets the worker in no more takes no answer either, so the job in hand is not waited for.
        await connection.ConfigureAwait(false);
        await Task.WhenAll(work, stopping).ConfigureAwait(false);
    }

    private async Task Session(IConnection connection, CancellationTokenSource end)
    {
        var channel = await BrokerLink.OpenChannel(connection, end).ConfigureAwait(false);
        await ClusterTopology.Declare(channel, _options, end.Token).ConfigureAwait(false);
        await ReceiveNotices(channel, end.Token).ConfigureAwait(false);
        _channel.Open(channel);
        try
        {
            // A job that was in hand when the last connection broke is still in hand, and others may take what this worker cannot begin.
            await _inHand.WaitAsync(end.Token).ConfigureAwait(false);
            await _jobs.Begin(channel, end.Token).ConfigureAwait(false);
            _lastTrouble = null;
            _log($"{_name} is ready.");
            _onReady();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end.Token)
                .ConfigureAwait(false);
        }
        finally
        {
            _channel.Close();
        }
    }

    private async Task ReceiveNotices(IChannel channel, CancellationToken cancellationToken)
    {
        var queue = await channel
            .QueueDeclareAsync(cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        await channel
            .QueueBindAsync(queue, _options.Notices, "", cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, notice) =>
        {
            var about = notice.BasicProperties;
            if (about.Type == ClusterMessage.Cancel)
                _cancelled.Add(about.ReplyTo ?? "", about.MessageId);
            return Task.CompletedTask;
        };
        await channel
            .BasicConsumeAsync(queue, autoAck: true, consumer, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task StopTakingJobs(CancellationToken ending)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _jobs.Stop().ConfigureAwait(false);
    }

    private async Task Work(CancellationToken ending)
    {
        var thread = new ThreadPoolExecutor(1, "job");
        await using var threadDisposal = thread.ConfigureAwait(false);
        await foreach (var delivery in _jobs.Deliveries.ConfigureAwait(false))
        {
            // Of a connection that broke in the meantime: the broker has given the job to another worker.
            if (delivery.Channel.IsClosed)
                continue;
            _inHand = Handle(delivery, thread, ending);
            await _inHand.ConfigureAwait(false);
        }
    }

    private async Task Handle(
        Delivery delivery,
        ThreadPoolExecutor thread,
        CancellationToken ending
    )
    {
        var answer = await Execute(delivery, thread).ConfigureAwait(false);
        await _answers.Report(delivery, answer, ending).ConfigureAwait(false);
    }

    private async Task<Answer> Execute(Delivery delivery, ThreadPoolExecutor thread)
    {
        using var stop = new CancellationTokenSource();
        if (!_cancelled.TryBegin(delivery, stop))
            return Answer.Cancelled;
        try
        {
            // Not awaited: the job does not wait until the broker has heard of it, and nobody depends on this message.
            _ = _answers.PublishStarted(delivery);
            return await thread
                .Submit((job, _) => _runner.Run(job, stop.Token), delivery, CancellationToken.None)
                .ConfigureAwait(false);
        }
        finally
        {
            _cancelled.End();
        }
    }

    private void LogOnce(Exception e)
    {
        // While a broker is away, every attempt fails alike. Two threads that meet here may log the same twice, which harms nobody.
        if (_lastTrouble == e.Message)
            return;
        _lastTrouble = e.Message;
        _log($"{_name}: {e.Message}");
    }
}
