// wrong: looks first and cancels then, so a value that is set in between wins, and Cancel says all the same that it was in time
// fails: A_call_that_comes_with_the_value_says_which_of_the_two_was_first
// says: "while the cook kept it"
namespace Katas.Futures;

/// <summary>The cook's end of a value that is not there yet.</summary>
public sealed class Promise<T>
{
    private readonly TaskCompletionSource<T> source = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>The guest's end: the same task every time.</summary>
    public Task<T> Task => source.Task;

    /// <summary>Kata 1. Keeps the promise with a value.</summary>
    public void Set(T value) => source.SetResult(value);

    /// <summary>Kata 2. Keeps the promise with an exception.</summary>
    public void Fail(Exception exception) => source.SetException(exception);

    /// <summary>Kata 3. Calls the promise off, unless it is too late.</summary>
    public bool Cancel()
    {
        if (source.Task.IsCompleted)
            return false; // too late
        source.TrySetCanceled();
        return true;
    }
}
