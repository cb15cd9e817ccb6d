// wrong: the last value wins: a new task replaces the kept one
// fails: The_first_value_stays_and_the_second_who_sets_hears_of_it, Of_two_who_set_at_the_same_time_exactly_one_wins, What_was_decided_first_stays, A_promise_that_was_called_off_cannot_be_kept, A_call_that_comes_with_the_value_says_which_of_the_two_was_first
// says: "hides a mistake"
namespace Katas.Futures;

public sealed class Promise<T>
{
    // Whoever keeps the promise must not end up doing what the guests do next.
    private TaskCompletionSource<T> _source = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    public Task<T> Task => _source.Task;

    public void Set(T value)
    {
        // Try, and say so: when two set at the same time, one wins, and the other gets an exception.
        if (!_source.TrySetResult(value))
        {
            _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _source.SetResult(value);
        }
    }

    public void Fail(Exception exception)
    {
        if (!_source.TrySetException(exception))
            throw AlreadyDecided();
    }

    public bool Cancel() => _source.TrySetCanceled();

    private static InvalidOperationException AlreadyDecided() =>
        new("The promise has already been decided.");
}
