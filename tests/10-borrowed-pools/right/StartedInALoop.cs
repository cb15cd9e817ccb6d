// right: started in a loop, failures caught one by one, the answers awaited afterwards
namespace Katas.BorrowedPools;

public static class Requests
{
    public static async Task<int[]> HandleAllAsync(IReadOnlyList<Func<Task<int>>> requests)
    {
        var tasks = new Task<int>[requests.Count];
        for (var i = 0; i < tasks.Length; i++)
        {
            try
            {
                tasks[i] = requests[i]();
            }
            catch (Exception e)
            {
                tasks[i] = Task.FromException<int>(e);
            }
        }
        foreach (var task in tasks)
            await task.ContinueWith(_ => { }, TaskScheduler.Current);
        return [.. tasks.Select(task => task.GetAwaiter().GetResult())];
    }
}
