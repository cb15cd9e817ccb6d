// wrong: the work is done once before anybody looks at the token
// fails: A_loop_that_is_cancelled_before_it_begins_does_no_work
// says: "Expected: 0"

namespace Katas.PleaseStop;

public static class Periodic
{
    public static async Task LoopAsync(
        Action work,
        TimeSpan every,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            work();
            await Task.Delay(every, clock, cancellationToken);
        }
    }
}
