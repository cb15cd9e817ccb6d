using System.Globalization;
using System.Threading.Channels;
using Katas.Harness.Executors;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>
/// One worker of a cluster: takes one job at a time from the cluster's queue, runs it, and acknowledges it only when the broker has confirmed
/// the result. If the worker dies before that, the broker hands the job to another.
/// </summary>
/// <param name="options">Where the cluster is.</param>
/// <param name="log">Is told, in one line, what an operator would like to know.</param>
public sealed class ClusterWorker(ClusterOptions options, Action<string> log)
{
    private readonly Channel<Delivery> _inbox = Channel.CreateUnbounded<Delivery>();
    private readonly CurrentChannel _line = new();
    private readonly CancelledJobs _forgotten = new();
    private readonly JobRunner _runner = new();
    private CancellationToken _stop;
    private string? _consumer;
    private string? _complaint;
    private volatile Task _inHand = Task.CompletedTask;
    private readonly string _name = string.Create(
        CultureInfo.InvariantCulture,
        $"worker {Environment.ProcessId} on {Environment.MachineName}"
    );

    /// <summary>Works until it is asked to stop; then it ends the job in hand and leaves.</summary>
    /// <param name="stop">Asks the worker to stop.</param>
    /// <exception cref="NoBrokerException">The broker does not let the worker in. A broker that is not there yet is waited for.</exception>
    public async Task Run(CancellationToken stop)
    {
        _stop = stop;
        using var closing = new CancellationTokenSource();
        await using var asked = stop.UnsafeRegister(_ => _ = TakeNoMore(), null);
        var link = new BrokerLink(options, _name);
        var line = link.Keep(first: null, Session, Complain, closing.Token);
        var work = Work();

        await Task.WhenAny(line, work).ConfigureAwait(false);
        await closing.CancelAsync().ConfigureAwait(false);
        await line.ConfigureAwait(false);
        await work.ConfigureAwait(false);
    }

    private async Task Session(IConnection connection, CancellationTokenSource end)
    {
        var channel = await BrokerLink.OpenChannel(connection, end).ConfigureAwait(false);
        await ClusterTopology.Declare(channel, options, end.Token).ConfigureAwait(false);
        await ListenToNotices(channel, end.Token).ConfigureAwait(false);
        _line.Open(channel);
        try
        {
            // A job that was in hand when the last line broke is still in hand, and others may take what this worker cannot begin.
            await _inHand.WaitAsync(end.Token).ConfigureAwait(false);
            await TakeJobs(channel, end.Token).ConfigureAwait(false);
            _complaint = null;
            log($"{_name} {SupervisedWorker.ReadyMark}.");
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end.Token)
                .ConfigureAwait(false);
        }
        finally
        {
            _line.Close();
        }
    }

    private async Task ListenToNotices(IChannel channel, CancellationToken cancellationToken)
    {
        var queue = await channel
            .QueueDeclareAsync(cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        await channel
            .QueueBindAsync(queue, options.Notices, "", cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, notice) =>
        {
            if (notice.BasicProperties.Type == ClusterMessage.Forget)
                _forgotten.Tell(
                    notice.BasicProperties.ReplyTo ?? "",
                    notice.BasicProperties.MessageId
                );
            return Task.CompletedTask;
        };
        await channel
            .BasicConsumeAsync(queue, autoAck: true, consumer, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task TakeJobs(IChannel channel, CancellationToken cancellationToken)
    {
        // One job in hand at a time. What is in the hands of a worker that dies counts as its victim's or its killer's, so no other may be.
        await channel
            .BasicQosAsync(0, prefetchCount: 1, global: false, cancellationToken)
            .ConfigureAwait(false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            _inbox.Writer.TryWrite(Delivery.From(channel, message));
            return Task.CompletedTask;
        };
        if (!_stop.IsCancellationRequested)
            _consumer = await channel
                .BasicConsumeAsync(options.Jobs, autoAck: false, consumer, cancellationToken)
                .ConfigureAwait(false);
    }

    private async Task TakeNoMore()
    {
        try
        {
            if (_line.Now is { } channel && _consumer is { } consumer)
                await channel
                    .BasicCancelAsync(consumer, cancellationToken: CancellationToken.None)
                    .ConfigureAwait(false);
        }
        catch (Exception e) when (BrokerLink.IsBroken(e))
        {
            // Then it takes none anyway.
        }
        _inbox.Writer.TryComplete();
    }

    private async Task Work()
    {
        await using var thread = new ThreadPoolExecutor(1, "job");
        await foreach (
            var delivery in _inbox.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false)
        )
        {
            // Of a line that broke in the meantime: the broker has given the job to another.
            if (delivery.Channel.IsClosed)
                continue;
            _inHand = Handle(delivery, thread);
            await _inHand.ConfigureAwait(false);
        }
    }

    private async Task Handle(Delivery delivery, ThreadPoolExecutor thread)
    {
        var answer = await Do(delivery, thread).ConfigureAwait(false);
        await Report(delivery, answer).ConfigureAwait(false);
    }

    private async Task<Answer> Do(Delivery delivery, ThreadPoolExecutor thread)
    {
        using var stop = new CancellationTokenSource();
        if (!_forgotten.Begin(delivery, stop))
            return Answer.Cancelled;
        try
        {
            // The job does not wait until the broker has heard of it.
            _ = SayStarted(delivery);
            return await thread
                .Submit((job, _) => _runner.Run(job, stop.Token), delivery, CancellationToken.None)
                .ConfigureAwait(false);
        }
        finally
        {
            _forgotten.End();
        }
    }

    private async Task SayStarted(Delivery delivery)
    {
        try
        {
            await Publish(
                    delivery.Channel,
                    delivery,
                    new Answer(ClusterMessage.Started, default),
                    DeliveryModes.Transient
                )
                .ConfigureAwait(false);
        }
        catch (Exception e) when (BrokerLink.IsBroken(e))
        {
            // The job goes on; its answer will find another line.
        }
    }

    /// <summary>Hands the answer over until the broker has confirmed it, and only then lets go of the job.</summary>
    private async Task Report(Delivery delivery, Answer answer)
    {
        while (true)
        {
            try
            {
                var channel = await _line.Get(_stop).ConfigureAwait(false);
                await Publish(channel, delivery, answer, DeliveryModes.Persistent)
                    .ConfigureAwait(false);
                if (delivery.Channel.IsOpen)
                    await delivery.Acknowledge().ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // Asked to stop while there is no line: the broker still has the job, and will hand it to another.
                return;
            }
            catch (Exception e) when (BrokerLink.IsBroken(e))
            {
                Complain(e);
            }
        }
    }

    private Task Publish(IChannel channel, Delivery delivery, Answer answer, DeliveryModes mode) =>
        channel
            .BasicPublishAsync(
                exchange: "",
                routingKey: delivery.Executor,
                mandatory: false,
                new BasicProperties
                {
                    Type = answer.Type,
                    CorrelationId = delivery.Job,
                    AppId = _name,
                    DeliveryMode = mode,
                },
                answer.Body
            )
            .AsTask();

    private void Complain(Exception e)
    {
        // While a broker is away, every attempt fails alike; once is enough said.
        if (Interlocked.Exchange(ref _complaint, e.Message) != e.Message)
            log($"{_name}: {e.Message}");
    }
}
