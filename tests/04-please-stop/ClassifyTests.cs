using Katas.Harness.Testing;

namespace Katas.PleaseStop;

[Kata(4, typeof(Endings), nameof(Endings.Classify))]
public class ClassifyTests
{
    private static readonly CancellationToken Requested = new(canceled: true);
    private static readonly CancellationToken NotRequested = new(canceled: false);

    [Test]
    public void A_cancellation_that_we_asked_for_is_a_stop() =>
        Expect(new OperationCanceledException(Requested), Requested, Ending.Stopped);

    [Test]
    public void A_cancelled_task_that_we_asked_to_stop_is_a_stop() =>
        Expect(new TaskCanceledException(), Requested, Ending.Stopped);

    [Test]
    public void A_cancellation_through_a_linked_token_is_a_stop()
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(Requested);

        Expect(new OperationCanceledException(linked.Token), Requested, Ending.Stopped);
    }

    [Test]
    public void A_cancellation_that_we_did_not_ask_for_is_a_time_out()
    {
        using var other = new CancellationTokenSource();
        other.Cancel();

        Expect(new OperationCanceledException(other.Token), NotRequested, Ending.TimedOut);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_time_out_is_a_time_out_whether_we_asked_or_not(bool requested) =>
        Expect(new TimeoutException(), new CancellationToken(requested), Ending.TimedOut);

    [TestCase(true)]
    [TestCase(false)]
    public void Anything_else_is_a_failure_whether_we_asked_or_not(bool requested) =>
        Expect(
            new InvalidOperationException("burnt"),
            new CancellationToken(requested),
            Ending.Failed
        );

    [Test]
    public void A_failure_does_not_hide_behind_the_cancellations_that_it_caused() =>
        Expect(
            new AggregateException(
                new OperationCanceledException(),
                new InvalidOperationException("burnt"),
                new TimeoutException()
            ),
            Requested,
            Ending.Failed
        );

    [Test]
    public void A_failure_does_not_hide_however_deep_it_is() =>
        Expect(
            new AggregateException(
                new OperationCanceledException(),
                new AggregateException(
                    new TimeoutException(),
                    new AggregateException(new InvalidOperationException("burnt"))
                )
            ),
            Requested,
            Ending.Failed
        );

    [Test]
    public void Of_time_outs_and_stops_the_time_out_counts([Values] bool comesFirst)
    {
        Exception[] both = [new TimeoutException(), new OperationCanceledException()];

        Expect(
            new AggregateException(comesFirst ? both : both.Reverse()),
            Requested,
            Ending.TimedOut
        );
    }

    [Test]
    public void Stops_only_are_a_stop() =>
        Expect(
            new AggregateException(new TaskCanceledException(), new OperationCanceledException()),
            Requested,
            Ending.Stopped
        );

    [TestCase(true, Ending.Stopped)]
    [TestCase(false, Ending.TimedOut)]
    public void Why_somebody_else_cancelled_does_not_matter(bool requested, Ending expected) =>
        Expect(
            new TaskCanceledException("", new TimeoutException()),
            new CancellationToken(requested),
            expected
        );

    [Test]
    public void A_failure_that_was_caused_by_a_cancellation_is_a_failure() =>
        Expect(
            new InvalidOperationException("burnt", new OperationCanceledException(Requested)),
            Requested,
            Ending.Failed
        );

    [Test]
    public void A_failure_that_was_caused_by_a_time_out_is_a_failure() =>
        Expect(
            new InvalidOperationException("burnt", new TimeoutException()),
            NotRequested,
            Ending.Failed
        );

    [Test]
    public void What_is_derived_counts_as_what_it_is_derived_from()
    {
        Expect(new NobodyAnswers(), Requested, Ending.TimedOut);
        Expect(new GuestLeft(), Requested, Ending.Stopped);
        Expect(new Bill(new OperationCanceledException()), Requested, Ending.Stopped);
    }

    [Test]
    public void An_aggregate_with_nothing_inside_is_a_failure_however_deep_it_is() =>
        Expect(
            new AggregateException(
                new OperationCanceledException(),
                new AggregateException(new AggregateException())
            ),
            Requested,
            Ending.Failed
        );

    [Test]
    public void An_aggregate_with_nothing_inside_is_a_failure() =>
        Expect(new AggregateException(), Requested, Ending.Failed);

    private sealed class NobodyAnswers : TimeoutException;

    private sealed class GuestLeft : OperationCanceledException;

    private sealed class Bill(params Exception[] all) : AggregateException(all);

    private static void Expect(Exception exception, CancellationToken stop, Ending expected) =>
        Assert.That(
            Endings.Classify(exception, stop),
            Is.EqualTo(expected),
            $"The stop was {(stop.IsCancellationRequested ? "" : "not ")}requested, and the work ended with: {Describe(exception)}. Look for its rule in the comment of the kata."
        );

    private static string Describe(Exception exception) =>
        exception is AggregateException several
            ? $"an aggregate of ({string.Join(", ", several.InnerExceptions.Select(Describe))})"
            : exception.GetType().Name
                + (exception.InnerException is { } inner ? $" because of ({Describe(inner)})" : "");
}
