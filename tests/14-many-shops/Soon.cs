namespace Katas.ManyShops;

/// <summary>Waits for what must come, and says in words what did not.</summary>
/// <remarks>
/// The limit is spent in naps, which take longer on a busy machine, as the broker does. They are as long as those in which the guard spends its
/// limit for a whole test, so that this limit stays the shorter one however busy the machine is, and what is said is what was waited for.
/// </remarks>
internal static class Soon
{
    /// <summary>For a gate: it holds longer than a test waits for something else meanwhile, and less long than the guard waits for the test.</summary>
    public static readonly TimeSpan GateLimit = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    // A broker answers in milliseconds, so the limit is spent by failures only, and what fails after the first is given less.
    private static bool s_spent;

    private static TimeSpan Limit => s_spent ? Again : First;

    /// <summary>Asks again and again until the answer is yes.</summary>
    public static async Task Until(Func<Task<bool>> condition, Func<string> complaint)
    {
        var answer = condition();
        for (var polls = Limit / PollInterval; ; polls--)
        {
            // Beside the question: a broker that answers slowly does not make the naps longer than the guard's.
            var poll = Task.Delay(PollInterval, TimeProvider.System);
            var isAnswered = await Task.WhenAny(answer, poll) == answer;
            if (isAnswered && await answer)
                return;
            if (polls <= 0)
                Fail(complaint());
            await poll;
            if (isAnswered)
                answer = condition();
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
        for (var polls = Limit / PollInterval; polls > 0 && !task.IsCompleted; polls--)
            await Task.WhenAny(task, Task.Delay(PollInterval, TimeProvider.System));
        return task.IsCompleted;
    }

    private static void Fail(string complaint)
    {
        s_spent = true;
        Assert.Fail(complaint);
    }
}
