using System.Net.Sockets;
using Katas.Harness.Pools.Protocol;
using Katas.Harness.Probes;

namespace Katas.Harness.Pools.Processes;

[Platform(
    Exclude = "Win",
    Reason = "Fills a socket whose buffer is small; on Windows the system takes more."
)]
public class OutboxTests
{
    private static readonly byte[] Small = new byte[64];
    private static readonly byte[] Big = new byte[4 * 1024 * 1024];

    [Test]
    public void A_job_that_the_socket_cannot_take_at_once_holds_up_nobody()
    {
        using var pair = new SocketPair();
        var outbox = new Outbox(pair.Sender);

        HangGuard.Run(
            () =>
            {
                outbox.AddJob(Big);
                outbox.Flush();
            },
            "a flush while nobody reads"
        );
    }

    [Test]
    public void A_thread_that_sends_small_frames_is_not_made_to_send_the_big_one_of_another()
    {
        for (var round = 0; round < 100; round++)
        {
            using var pair = new SocketPair();
            var outbox = new Outbox(pair.Sender);
            var both = new Rendezvous(2, "both threads to flush");

            var small = PendingCall.Start(() => Flush(Small, 100), "the thread with small frames");
            var big = PendingCall.Start(() => Flush(Big, 1), "the thread with the big frame");
            small.Finish();
            big.Finish();

            void Flush(byte[] frame, int count)
            {
                for (var i = 1; i < count; i++)
                    outbox.AddJob(frame);
                both.Meet();
                outbox.AddJob(frame);
                outbox.Flush();
            }
        }
    }

    [Test]
    public void Frames_arrive_in_the_order_in_which_they_were_added()
    {
        using var pair = new SocketPair();
        var outbox = new Outbox(pair.Sender);
        var reader = new FrameReader(pair.Receiver);

        for (var id = 1; id <= 100; id++)
            outbox.AddJob(Frame.Bare(FrameKind.Run, id));
        outbox.Flush();

        var ids = HangGuard.Run(
            () => Enumerable.Range(0, 100).Select(_ => Next().Id).ToArray(),
            "a hundred frames"
        );
        Assert.That(ids, Is.EqualTo(Enumerable.Range(1, 100)));

        Frame Next() => reader.TryRead(out var frame) ? frame : default;
    }

    private sealed class SocketPair : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katas-pair-");

        public SocketPair()
        {
            var address = new UnixDomainSocketEndPoint(Path.Combine(_folder.FullName, "s"));
            using var listener = FrameSocket.Create();
            listener.Bind(address);
            listener.Listen(1);
            Sender = FrameSocket.Create();
            Sender.Connect(address);
            Receiver = listener.Accept();
        }

        public Socket Sender { get; }

        public Socket Receiver { get; }

        public void Dispose()
        {
            Receiver.Dispose();
            Sender.Dispose();
            _folder.Delete(recursive: true);
        }
    }
}
