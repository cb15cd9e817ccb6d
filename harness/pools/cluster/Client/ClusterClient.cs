using System.Globalization;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Katas.Harness.Pools.Cluster.Client;

/// <summary>
/// An executor's side of the connection: sends jobs until the broker has confirmed them, receives results and completes their futures, and begins
/// again where it was when the connection broke.
/// </summary>
internal sealed class ClusterClient
{
    /// <summary>How many messages are on their way to the broker, unconfirmed, at most.</summary>
    private const int Window = 256;

    private const ushort ResultsAtOnce = 100;
    private static readonly TimeSpan UnusedQueueGoesAfter = TimeSpan.FromHours(1);

    private readonly ClusterOptions _options;
    private readonly string _results;
    private readonly PendingJobs _pending;
    private readonly Channel<Outgoing> _outbox = Channel.CreateUnbounded<Outgoing>();
    private readonly CurrentChannel _channel = new();
    private readonly TaskCompletionSource<int> _workers = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private int _sessions;
    private long _duplicates;

    public ClusterClient(ClusterOptions options, string results, PendingJobs pending)
    {
        _options = options;
        _results = results;
        _pending = pending;
    }

    /// <summary>How many workers there were when the first session began.</summary>
    public Task<int> Workers => _workers.Task;

    /// <summary>How many workers there are now; <see langword="null"/> when the broker cannot say.</summary>
    public async Task<int?> CountWorkers(CancellationToken cancellationToken)
    {
        try
        {
            // A call that is given up in the middle would leave its answer on the channel, so only the wait for it is.
            return _channel.Now is { } channel
                ? await Count(channel).WaitAsync(cancellationToken).ConfigureAwait(false)
                : null;
        }
        catch (Exception e) when (BrokerLink.IsBroken(e))
        {
            return null;
        }
    }

    /// <summary>How many answers came for jobs that had ended: the work of a worker that was thought dead, or a message that was sent again.</summary>
    public long Duplicates => Interlocked.Read(ref _duplicates);

    public bool IsConnected => _channel.Now is not null;

    public void Send(ClusterJob job) => _outbox.Writer.TryWrite(new OutgoingJob(job));

    /// <summary>Sends the workers a notice that a job was cancelled.</summary>
    public OutgoingNotice SendNotice(long job)
    {
        var notice = new OutgoingNotice(job);
        _outbox.Writer.TryWrite(notice);
        return notice;
    }

    /// <summary>
    /// Sends the workers a notice that all of this executor's jobs were cancelled, ahead of what is still to be sent. Completes when their
    /// queues have the notice; without a connection at once, and the notice is sent on the next.
    /// </summary>
    public async Task SendNoticeForAll()
    {
        var notice = new OutgoingNotice(null);
        try
        {
            if (_channel.Now is { } channel)
            {
                await SendNotice(channel, notice).ConfigureAwait(false);
                return;
            }
        }
        catch (Exception e) when (BrokerLink.IsBroken(e))
        {
            // As without a connection.
        }
        _outbox.Writer.TryWrite(notice);
    }

    /// <summary>The connection broke, or there is none; before the first session, that ends the attempt to connect.</summary>
    public void Fail(Exception exception) => _workers.TrySetException(exception);

    /// <summary>There will be no other connection: what is still to be sent is dropped.</summary>
    public void GiveUp(Exception exception)
    {
        Fail(exception);
        _outbox.Writer.TryComplete();
    }

    /// <summary>One session: what to do while a connection lasts.</summary>
    public async Task Session(IConnection connection, CancellationTokenSource end)
    {
        var channel = await BrokerLink.OpenChannel(connection, end).ConfigureAwait(false);
        await ClusterTopology.Declare(channel, _options, end.Token).ConfigureAwait(false);
        await Receive(channel, end.Token).ConfigureAwait(false);
        var workers = await Count(channel).WaitAsync(end.Token).ConfigureAwait(false);
        _channel.Open(channel);
        _workers.TrySetResult(workers);
        try
        {
            await SendAll(channel, ++_sessions, end.Token).ConfigureAwait(false);
        }
        finally
        {
            _channel.Close();
        }
    }

    /// <summary>Removes the queue of results, if there is a connection; otherwise the broker does, an hour later.</summary>
    public async Task RemoveResults()
    {
        try
        {
            if (_channel.Now is { } channel)
                await channel
                    .QueueDeleteAsync(_results, cancellationToken: CancellationToken.None)
                    .ConfigureAwait(false);
        }
        catch (Exception e) when (BrokerLink.IsBroken(e))
        {
            // The broker will do it.
        }
    }

    private async Task<int> Count(IChannel channel)
    {
        var jobs = await channel.QueueDeclarePassiveAsync(_options.Jobs).ConfigureAwait(false);
        return (int)jobs.ConsumerCount;
    }

    private async Task Receive(IChannel channel, CancellationToken cancellationToken)
    {
        await channel
            .QueueDeclareAsync(
                _results,
                durable: true,
                exclusive: false,
                autoDelete: false,
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["x-expires"] = (int)UnusedQueueGoesAfter.TotalMilliseconds,
                },
                cancellationToken: cancellationToken
            )
            .ConfigureAwait(false);
        await channel
            .QueueBindAsync(_results, _options.SetAside, "", cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        await channel
            .BasicQosAsync(0, ResultsAtOnce, global: false, cancellationToken)
            .ConfigureAwait(false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) => Take(channel, message);
        await channel
            .BasicConsumeAsync(_results, autoAck: false, consumer, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task Take(IChannel channel, BasicDeliverEventArgs message)
    {
        var about = message.BasicProperties;
        if (ClusterMessage.WasSetAside(about))
            TakeSetAside(about);
        else if (Number(about.CorrelationId) is { } number)
            TakeAnswer(number, about, message.Body.Span);
        // Only now: if this program dies before, the broker still has the answer.
        await channel
            .BasicAckAsync(message.DeliveryTag, multiple: false, CancellationToken.None)
            .ConfigureAwait(false);
    }

    private void TakeAnswer(long number, IReadOnlyBasicProperties about, ReadOnlySpan<byte> body)
    {
        if (about.Type == ClusterMessage.Started)
        {
            var worker = about.AppId ?? "a worker";
            // The worker had no notice yet that this one was cancelled.
            if (!_pending.NoteStarted(number, worker, out var before))
                SendNotice(number);
            if (before is not null)
            {
                _options.Notice?.Invoke(
                    $"{before} was lost with a job in hand; {worker} begins with it again."
                );
            }
        }
        else if (_pending.Take(number) is { } job)
        {
            job.Complete(about.Type, body);
        }
        else
        {
            Interlocked.Increment(ref _duplicates);
        }
    }

    private void TakeSetAside(IReadOnlyBasicProperties about)
    {
        // Every executor receives every job that is set aside; those of others do not concern this one.
        if (
            about.ReplyTo == _results
            && Number(about.MessageId) is { } number
            && _pending.Take(number) is { } job
        )
        {
            job.Fail(new PoisonJobException(job.Method, job.Workers, _options.SetAside));
        }
    }

    private async Task SendAll(IChannel channel, int session, CancellationToken cancellationToken)
    {
        // Messages on their way still release it after this method has ended, so it is not disposed of; its wait handle is never used.
        var window = new SemaphoreSlim(Window);
        foreach (var job in _pending.Unconfirmed())
            await SendWhenThereIsRoom(new OutgoingJob(job)).ConfigureAwait(false);
        await foreach (
            var outgoing in _outbox.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false)
        )
        {
            await SendWhenThereIsRoom(outgoing).ConfigureAwait(false);
        }

        async Task SendWhenThereIsRoom(Outgoing outgoing)
        {
            await window.WaitAsync(cancellationToken).ConfigureAwait(false);
            // Not awaited, so that many are on their way at once; it sees to its own exceptions.
            _ = SendOne(channel, session, outgoing, window);
        }
    }

    private async Task SendOne(
        IChannel channel,
        int session,
        Outgoing outgoing,
        SemaphoreSlim window
    )
    {
        try
        {
            if (outgoing is OutgoingJob { Job: var job })
                await SendJob(channel, session, job).ConfigureAwait(false);
            else if (outgoing is OutgoingNotice notice)
                await SendNotice(channel, notice).ConfigureAwait(false);
        }
        catch (Exception e) when (BrokerLink.IsBroken(e))
        {
            // Jobs are sent again in the next session because they are not confirmed; a notice has to be kept.
            if (outgoing is OutgoingNotice notice)
                _outbox.Writer.TryWrite(notice);
        }
        catch (Exception e) when (outgoing is OutgoingJob)
        {
            // Sent again, it would fail again.
            _pending.Take(((OutgoingJob)outgoing).Job.Number)?.Fail(e);
        }
        finally
        {
            (outgoing as OutgoingNotice)?.MarkTried();
            window.Release();
        }
    }

    private async Task SendJob(IChannel channel, int session, ClusterJob job)
    {
        if (job.SentInSession == session)
            return;
        job.SentInSession = session;
        await channel
            .BasicPublishAsync(
                exchange: "",
                routingKey: _options.Jobs,
                mandatory: true,
                new BasicProperties
                {
                    Type = job.IsChunk ? ClusterMessage.Many : ClusterMessage.One,
                    MessageId = Text(job.Number),
                    ReplyTo = _results,
                    DeliveryMode = DeliveryModes.Persistent,
                    Headers = new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        [ClusterMessage.Method] = job.Method,
                    },
                },
                job.Argument
            )
            .ConfigureAwait(false);
        job.Confirm();
    }

    private async Task SendNotice(IChannel channel, OutgoingNotice notice) =>
        await channel
            .BasicPublishAsync(
                exchange: _options.Notices,
                routingKey: "",
                mandatory: false,
                new BasicProperties
                {
                    Type = ClusterMessage.Cancel,
                    MessageId = notice.Job is { } job ? Text(job) : null,
                    ReplyTo = _results,
                    DeliveryMode = DeliveryModes.Transient,
                },
                ReadOnlyMemory<byte>.Empty
            )
            .ConfigureAwait(false);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
