using System.Buffers;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Katas.Harness.Engine.Host;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

public class MessageWriterTests
{
    private const int Smallest = 16;
    private const int Largest = 4 * 1024 * 1024;
    private const string Secret = "5EC2E75EC2E7";

    private static readonly HostMessage.Ended Message = new(
        new TestVerdict(
            new TestName("Katas.Tests.It_is(\"a\\b\")", "Tests", "It_is", null),
            Outcome.Failed,
            "\"quoted\" \\ and\r\n\tlines \0 " + new string('é', 30_000),
            "at <here>",
            new string('"', 200_000) + "\ud83c\udf5c",
            TimeSpan.FromSeconds(1.5)
        ),
        new byte[70_000]
    );

    private static readonly TestName Named = new("Shop.Tests.Opens(\"1\")", "Tests", "Opens", "K");

    private static IEnumerable<HostMessage> Messages =>
        [
            Message,
            new HostMessage.Ended(
                new TestVerdict(
                    Named,
                    Outcome.Exit,
                    null,
                    null,
                    null,
                    TimeSpan.FromTicks(1),
                    ExitCode: -3,
                    Schedules: long.MaxValue
                )
            ),
            new HostMessage.Discovered([]),
            new HostMessage.Discovered([Named, Message.Verdict.Test, Named]),
            new HostMessage.WaitsForDebugger(4711),
            new HostMessage.Started("Shop.Tests.Opens(\"1\")"),
            new HostMessage.RunEnded(),
            new HostMessage.Idle(null),
            new HostMessage.Idle("a thread 'x'"),
            new HostMessage.Exiting(int.MinValue),
            new HostMessage.Broken("\u0001 no\nassembly \u2028"),
        ];

    [Test]
    public void A_message_is_read_as_it_was_written()
    {
        foreach (var message in Messages)
        {
            var written = Encoding.UTF8.GetString(MessageText.Of(message));

            var read = JsonSerializer.Deserialize<HostMessage>(written)!;

            Assert.That(written, Does.Not.Contain('\n'), "A message is one line.");
            // All that it holds, by the framework's own way to write it.
            Assert.That(
                JsonSerializer.Serialize(read),
                Is.EqualTo(JsonSerializer.Serialize(message))
            );
        }
    }

    [Test]
    public void Every_kind_of_message_is_tried()
    {
        Assert.That(
            Messages.Select(message => message.GetType()).Distinct(),
            Is.EquivalentTo(
                typeof(HostMessage)
                    .GetNestedTypes()
                    .Where(type => type.BaseType == typeof(HostMessage))
            )
        );
    }

    // Half a letter cannot be sent, and must not end the line or the message.
    [Test]
    public void A_text_that_is_none_is_sent_all_the_same()
    {
        var read = (HostMessage.Broken)
            JsonSerializer.Deserialize<HostMessage>(
                Encoding.UTF8.GetString(MessageText.Of(new HostMessage.Broken("\ud83c")))
            )!;

        Assert.That(read.Reason, Is.EqualTo("\ufffd"));
    }

    /// <summary>Who has given an array back and kept it sees nothing of a message, and so can change nothing in it.</summary>
    [Test]
    public async Task No_message_goes_through_memory_that_is_shared()
    {
        var name = $"katas-{Guid.NewGuid():N}";
        await using var server = new NamedPipeServerStream(
            name,
            PipeDirection.InOut,
            1,
            PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous
        );
        await using var client = new NamedPipeClientStream(
            ".",
            name,
            PipeDirection.InOut,
            PipeOptions.Asynchronous
        );
        await Task.WhenAll(server.WaitForConnectionAsync(), client.ConnectAsync());
        var received = Task.Run(() => new StreamReader(server).ReadLine());

        var changed = await Task.Factory.StartNew(
            () => ChangedBy(() => Write(client)),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

        Assert.That(await received, Does.StartWith($"{Secret} 1 {{"));
        Assert.That(changed, Is.Empty, "These arrays of the pool have been written to.");
    }

    [Test]
    public void What_goes_through_shared_memory_is_noticed()
    {
        Assert.That(
            ChangedBy(() => JsonSerializer.SerializeToUtf8Bytes<HostMessage>(Message)),
            Is.Not.Empty
        );
    }

    private static void Write(Stream stream)
    {
        var writer = new MessageWriter(stream);
        writer.Seal(Secret);
        writer.Write(Message);
    }

    /// <summary>The arrays, of all that the pools lend next, that an action writes to.</summary>
    private static List<string> ChangedBy(Action action)
    {
        List<byte[]> bytes = [];
        List<char[]> letters = [];
        for (var size = Smallest; size <= Largest; size *= 2)
        {
            bytes.Add(ArrayPool<byte>.Shared.Rent(size));
            letters.Add(ArrayPool<char>.Shared.Rent(size));
        }
        foreach (var array in bytes)
        {
            Array.Clear(array);
            ArrayPool<byte>.Shared.Return(array);
        }
        foreach (var array in letters)
        {
            Array.Clear(array);
            ArrayPool<char>.Shared.Return(array);
        }

        action();

        return
        [
            .. bytes
                .Where(array => array.Any(one => one != 0))
                .Select(array => $"{array.Length} bytes"),
            .. letters
                .Where(array => array.Any(one => one != 0))
                .Select(array => $"{array.Length} letters"),
        ];
    }
}
