using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Katas.Harness.Jobs;
using Katas.Harness.Pools.Protocol;

namespace Katas.Harness.Pools.Worker;

/// <summary>
/// The worker's side of a process pool: one thread reads what the pool sends, the program's main thread runs the jobs one after the other.
/// The worker lives as long as its connection: when the pool's process has ended, however it has, the worker exits too.
/// </summary>
public sealed class PoolWorker
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ExitGrace = TimeSpan.FromSeconds(1);

    private readonly Inbox _inbox = new();
    private readonly ConcurrentDictionary<long, Lazy<LoadedJob>> _methods = new();
    private readonly Socket _socket;
    private readonly Lock _sending = new();

    // For the main thread alone.
    private long _lastReport;

    private PoolWorker(Socket socket) => _socket = socket;

    /// <summary>Connects, and runs jobs until the connection ends.</summary>
    /// <param name="socketPath">The socket at which the pool listens.</param>
    public static void Run(string socketPath)
    {
        // Elsewhere it is UTF-8 anyway, and the console takes its time to set up.
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        // Ctrl+C at a terminal reaches the workers as well. They exit when the pool does, and the pool's program decides when that is.
        using var interrupt = PosixSignalRegistration.Create(
            PosixSignal.SIGINT,
            signal => signal.Cancel = true
        );
        var socket = FrameSocket.Create();
        socket.Connect(new UnixDomainSocketEndPoint(socketPath));
        var worker = new PoolWorker(socket);
        new Thread(worker.ReadFrames) { IsBackground = true, Name = "reader" }.Start();
        worker.RunJobs();
    }

    private void ReadFrames()
    {
        var reader = new FrameReader(_socket);
        while (reader.TryRead(out var frame))
            Handle(frame);
        Exit();
    }

    /// <summary>Does not wait for anything: while this thread reads, the pool can send, and so it can read what the jobs send.</summary>
    private void Handle(Frame frame)
    {
        var body = frame.Body.Span;
        switch (frame.Kind)
        {
            case FrameKind.Method:
                var method = MethodText.Take(body);
                _methods[frame.Id] = new Lazy<LoadedJob>(() => LoadedJob.Load(method));
                break;
            case FrameKind.Run:
                var number = Frame.TakeNumber(ref body);
                _inbox.Add(new JobRequest(frame.Id, number, body.ToArray()));
                break;
            case FrameKind.Cancel:
                if (_inbox.Cancel(frame.Id) is { } cancelled)
                    HandBack([cancelled]);
                break;
            case FrameKind.Recall:
                HandBack(_inbox.TakeAll());
                break;
        }
    }

    private void HandBack(IReadOnlyList<JobRequest> jobs) =>
        ThreadPool.UnsafeQueueUserWorkItem(
            _ =>
            {
                foreach (var job in jobs)
                    Send(Frame.Bare(FrameKind.Returned, job.Id));
            },
            null
        );

    private void RunJobs()
    {
        while (true)
        {
            var job = _inbox.Take();
            Send(Frame.Bare(FrameKind.Started, job.Id));
            for (JobRequest? next = job; next is not null; )
                next = RunOne(next);
        }
    }

    /// <summary>Runs a job and reports; the report says as well which job starts next, so that the pool always knows which job a worker ran when it died.</summary>
    private JobRequest? RunOne(JobRequest job)
    {
        _lastReport = Stopwatch.GetTimestamp();
        var outcome = JobOutcome.Run(job, _methods, () => ReportProgress(job.Id));
        var next = _inbox.TryTake();
        Send(outcome.Seal(next?.Id ?? 0));
        job.Dispose();
        return next;
    }

    private void ReportProgress(long id)
    {
        if (Stopwatch.GetElapsedTime(_lastReport) < ProgressEvery)
            return;
        _lastReport = Stopwatch.GetTimestamp();
        Send(Frame.Bare(FrameKind.Progress, id));
    }

    private void Send(ReadOnlyMemory<byte> frame)
    {
        try
        {
            lock (_sending)
                FrameSocket.SendAll(_socket, frame.Span);
        }
        catch (SocketException)
        {
            // The connection has ended. The thread that reads notices that too, and exits.
        }
    }

    /// <summary>Ends the program, whatever a job does: in the ordinary way and, when that takes too long, by killing it.</summary>
    private static void Exit()
    {
        new Thread(() =>
        {
            Thread.CurrentThread.Join(ExitGrace);
            using var self = Process.GetCurrentProcess();
            self.Kill();
        })
        {
            IsBackground = true,
        }.Start();
        Environment.Exit(0);
    }
}
