namespace Katas.ManyShops;

/// <summary>Waits for what must come, and says in words what did not.</summary>
/// <remarks>The limit is spent in naps, which take longer on a busy machine, as the broker does.</remarks>
internal static class Soon
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);

    // A broker answers in milliseconds, so the limit is spent by failures only, and what fails after the first is given less. It is shorter than
    // the guard's limit for a whole test, so that what is said is what was waited for.
    private static bool s_spent;

    private static TimeSpan Limit => s_spent ? Again : First;

    /// <summary>Asks again and again until the answer is yes.</summary>
    public static async Task Until(Func<Task<bool>> condition, Func<string> complaint)
    {
        for (var naps = Limit / Between; !await condition(); naps--)
        {
            if (naps <= 0)
                Fail(complaint());
            await Task.Delay(Between, TimeProvider.System);
        }
    }

    /// <summary>Waits for the end of a task, and passes on how it ended.</summary>
    public static async Task Ends(Task task, string complaint)
    {
        if (!await HasEnded(task))
            Fail(complaint);
        await task;
    }

    /// <summary>Waits for the result of a task.</summary>
    public static async Task<T> Ends<T>(Task<T> task, string complaint)
    {
        await Ends((Task)task, complaint);
        return await task;
    }

    /// <summary>Waits for a task to end with an exception.</summary>
    public static async Task<Exception> Fails(Task task, string complaint)
    {
        if (!await HasEnded(task))
            Fail(complaint);
        try
        {
            await task;
        }
        catch (Exception e)
        {
            return e;
        }
        throw new AssertionException($"{complaint} It ended as if all were well.");
    }

    private static async Task<bool> HasEnded(Task task)
    {
        for (var naps = Limit / Between; naps > 0 && !task.IsCompleted; naps--)
            await Task.WhenAny(task, Task.Delay(Between, TimeProvider.System));
        return task.IsCompleted;
    }

    private static void Fail(string complaint)
    {
        s_spent = true;
        Assert.Fail(complaint);
    }
}
