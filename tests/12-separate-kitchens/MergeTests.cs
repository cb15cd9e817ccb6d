using System.Buffers;
using System.IO.Pipelines;
using System.IO.Pipes;
using System.Text;
using System.Text.RegularExpressions;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.SeparateKitchens;

[Kata(5, typeof(Kitchens), nameof(Kitchens.MergeLinesAsync))]
public partial class MergeTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1.5);

    [Test]
    public void The_end_comes_when_the_last_line_is_written()
    {
        var gate = new Gate("the test to see whether the merge has ended", 2 * s_limit);
        var to = new LineWriter { Gate = gate };
        var merging = PendingCall.Start(
            () => Kitchens.MergeLinesAsync([new StringReader("last")], to).GetAwaiter().GetResult(),
            "MergeLinesAsync to end"
        );
        merging.WaitForArrivals(gate, 1);

        merging.Settle();
        var hasEnded = merging.HasEnded;
        gate.Open();
        merging.Finish();

        Assert.That(
            hasEnded,
            Is.False,
            "All outputs had ended, and their last line was still being written. Expected the merge to end after that, or its caller looks at half a text. Look at who waits for the one who writes."
        );
    }

    [Test]
    public async Task Every_line_begins_with_the_number_of_its_output_and_keeps_its_place_in_it()
    {
        var to = new StringWriter();

        await Finish(
            Kitchens.MergeLinesAsync(
                [new StringReader("a\nb\nc\n"), new StringReader("d\ne\n")],
                to
            )
        );

        var lines = Lines(to.ToString());
        Assert.That(
            string.Join(", ", lines.Where(line => line.StartsWith('1'))),
            Is.EqualTo("1| a, 1| b, 1| c"),
            "The lines of the first output, in its order, each with a 1, a stroke and a space before it."
        );
        Assert.That(
            string.Join(", ", lines.Where(line => line.StartsWith('2'))),
            Is.EqualTo("2| d, 2| e"),
            "The lines of the second output, in its order, each with a 2, a stroke and a space before it."
        );
        Assert.That(lines, Has.Length.EqualTo(5), "Five lines went in.");
    }

    [Test]
    public async Task Blank_and_indented_lines_are_copied_as_they_are()
    {
        var to = new StringWriter();

        await Finish(
            Kitchens.MergeLinesAsync([new StringReader("menu:\n\n  ramen  \n\t\nend\n")], to)
        );

        Assert.That(
            string.Join('/', Lines(to.ToString())),
            Is.EqualTo("1| menu:/1| /1|   ramen  /1| \t/1| end"),
            "A blank line is a line, and the blanks of a line are part of it. Look at what is left out, or cut off."
        );
    }

    [Test]
    public async Task No_outputs_end_at_once()
    {
        var to = new StringWriter();

        await Finish(Kitchens.MergeLinesAsync([], to));

        Assert.That(to.ToString(), Is.Empty, "Nothing came in, so nothing goes out.");
    }

    [Test]
    public async Task Half_a_line_waits_for_its_other_half()
    {
        using var slow = new Output();
        using var quick = new Output();
        var to = new LineWriter();
        var merging = Kitchens.MergeLinesAsync([slow.Reader, quick.Reader], to);

        slow.Write("water boils\nthe noodles ");
        await to.WaitForLines(1);
        // The code that has copied that line has read the half line behind it as well, and the next line has to wait for its turn.
        quick.Write("order up\n");
        await to.WaitForLines(2);
        var before = to.Text;
        slow.Write("are done\n");
        slow.End();
        quick.End();
        await Finish(merging);

        Assert.That(
            before,
            Is.EqualTo("1| water boils\n2| order up\n"),
            "Behind its first line the first output had written half a line only. Expected nothing of that to be seen yet."
        );
        Assert.That(
            to.Text,
            Is.EqualTo("1| water boils\n2| order up\n1| the noodles are done\n"),
            "The first output wrote its second line in two halves. Expected it to be copied whole, once the second half was there."
        );
    }

    [Test]
    public async Task One_that_says_nothing_keeps_no_other_from_being_heard()
    {
        using var silent = new Output();
        using var busy = new Output();
        var to = new LineWriter();
        var merging = Kitchens.MergeLinesAsync([silent.Reader, busy.Reader], to);

        busy.Write("one\ntwo\n");
        await to.WaitForLines(2);
        busy.End();
        silent.Write("at last\n");
        silent.End();
        await Finish(merging);

        Assert.That(
            to.Text,
            Is.EqualTo("2| one\n2| two\n1| at last\n"),
            "The second output spoke while the first was silent. Expected its lines first, and the first one's when it came."
        );
    }

    [Test]
    public async Task Ten_outputs_and_more_have_numbers_of_their_own()
    {
        var to = new StringWriter();

        await Finish(
            Kitchens.MergeLinesAsync(
                [.. Enumerable.Range(1, 11).Select(n => new StringReader($"{n}\n"))],
                to
            )
        );

        var wrong = Lines(to.ToString())
            .Where(line => line.Split("| ") is not [var number, var own] || number != own);
        Assert.That(
            string.Join(", ", wrong),
            Is.Empty,
            "Eleven outputs wrote their own number, and these lines do not begin with it. Look at how the number before a line is made."
        );
    }

    [Test]
    public void Any_number_that_say_nothing_keep_no_other_from_being_heard()
    {
        using var pool = new FixedThreadPool(4);
        // Unlike those of a process, on some systems, these outputs need no thread while they are waited for, nor does the test.
        var options = new System.IO.Pipelines.PipeOptions(
            readerScheduler: PipeScheduler.Inline,
            writerScheduler: PipeScheduler.Inline,
            useSynchronizationContext: false
        );
        Pipe[] outputs =
        [
            .. Enumerable.Range(0, 2 * pool.Threads + 1).Select(_ => new Pipe(options)),
        ];
        var to = new LineWriter();
        var merging = HangGuard.Run(
            () =>
                Kitchens.MergeLinesAsync(
                    [.. outputs.Select(output => new StreamReader(output.Reader.AsStream()))],
                    to
                ),
            "MergeLinesAsync to come back while the outputs say nothing",
            limit: s_limit
        );

        outputs[^1].Writer.Write("here\n"u8);
        _ = outputs[^1].Writer.FlushAsync().AsTask();
        var wasHeard = PolledWait.Block(() => to.Text.Length > 0, s_limit);
        foreach (var output in outputs)
            output.Writer.Complete();
        PolledWait.Block(merging, s_limit);

        Assert.That(
            wasHeard,
            Is.True,
            $"{outputs.Length - 1} outputs said nothing, and the last one spoke, but was not heard before the others had ended: the pool has {pool.Threads} threads, and each was blocked. Look for a read that blocks its thread while it waits for a line."
        );
    }

    [Test]
    public async Task A_last_line_without_an_end_counts()
    {
        var to = new StringWriter();

        await Finish(Kitchens.MergeLinesAsync([new StringReader("first\nlast")], to));

        Assert.That(
            string.Join(", ", Lines(to.ToString())),
            Is.EqualTo("1| first, 1| last"),
            "The output ended without a line break. Expected its last line to be copied all the same."
        );
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Lines_written_at_the_same_time_stay_whole(bool takesItsTime)
    {
        using var one = new Output();
        using var other = new Output();
        var to = new LineWriter
        {
            Meeting = new Rendezvous(2, "nobody", TimeSpan.FromSeconds(1)),
            TakesItsTime = takesItsTime,
        };
        var merging = Kitchens.MergeLinesAsync([one.Reader, other.Reader], to);

        one.Write("left\n");
        other.Write("right\n");
        one.End();
        other.End();
        await Finish(merging);

        Assert.That(
            to.WasSharedByTwo,
            Is.False,
            "Two outputs were writing at the same time, so their letters mix. Look at what lets one write after the other."
        );
        // Whether both came, with the right numbers, is for other tests.
        Assert.That(
            Array.Find(Lines(to.Text), line => !WholeLine().IsMatch(line)),
            Is.Null,
            "Each of two outputs had one line, and one's came into the middle of the other's. Expected a line to be written as a whole. Look at how long a writer has its turn."
        );
    }

    [GeneratedRegex("^([0-9]+[|] )?(left|right)?$")]
    private static partial Regex WholeLine();

    private static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>The meeting of the writers alone takes a second.</summary>
    private static Task Finish(Task merging) =>
        HangGuard.Finish(merging, "all outputs to be copied", limit: TimeSpan.FromSeconds(2.5));

    /// <summary>The output of a process, in the test's hands.</summary>
    private sealed class Output : IDisposable
    {
        private readonly AnonymousPipeServerStream _pipe = new(PipeDirection.Out);

        public Output() =>
            Reader = new StreamReader(
                new AnonymousPipeClientStream(PipeDirection.In, _pipe.ClientSafePipeHandle)
            );

        public StreamReader Reader { get; }

        public void Write(string text) => _pipe.Write(Encoding.UTF8.GetBytes(text));

        public void End() => _pipe.Dispose();

        public void Dispose()
        {
            _pipe.Dispose();
            Reader.Dispose();
        }
    }
}
