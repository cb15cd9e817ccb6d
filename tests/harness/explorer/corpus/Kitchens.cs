namespace Katas.Corpus;

/// <summary>Calls inside calls, of each sort that a report names; in the end something fails.</summary>
public sealed class Kitchen
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _bowls = [];
    private int _served;

    private int Served
    {
        get => Volatile.Read(ref _served);
        set => Volatile.Write(ref _served, value);
    }

    private int Fill(string name, ReadOnlySpan<int> sizes, ref int total)
    {
        foreach (var size in sizes)
            total += Add(name, size);
        return total;
    }

    private T Add<T>(string name, T size)
    {
        lock (_gate)
        {
            if (name.Length == 0)
                throw new ArgumentException("a bowl needs a name");
            _bowls[name] = 1;
        }
        return size;
    }

    private async Task<int> ServeAsync(int bowls)
    {
        Served += bowls;
        await Task.Yield();
        return Served;
    }

    private bool TryAdd(string name)
    {
        try
        {
            Add(name, 1L);
            return true;
        }
        catch (ArgumentException)
        {
            return Served > 0;
        }
    }

    public static void WorkLong()
    {
        var kitchen = new Kitchen();
        Run.Together(() => kitchen.Serve(60), () => { });
        Run.Expect(kitchen._served == 0, "bowls were served");
    }

    private void Serve(int bowls)
    {
        for (var i = 0; i < bowls; i++)
            _served++;
    }

    public static void Use()
    {
        var kitchen = new Kitchen();
        Run.Together(Cook, () => kitchen.ServeAsync(2).Wait());
        Run.Expect(kitchen.Served == 1, "another number of bowls");

        void Cook()
        {
            var total = 0;
            kitchen.Fill("miso", [1, 2], ref total);
            kitchen.TryAdd("");
            kitchen.Served = 3;
        }
    }
}
