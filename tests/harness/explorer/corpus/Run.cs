namespace Katas.Corpus;

/// <summary>What the programs of the corpus are written with.</summary>
public static class Run
{
    /// <summary>Runs all at the same time, and waits for all.</summary>
    public static void Together(params Action[] actions)
    {
        var threads = actions.Select(action => new Thread(() => action())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    /// <summary>Complains unless it is so.</summary>
    public static void Expect(bool isSo, string what)
    {
        if (!isSo)
            throw new InvalidOperationException(what);
    }
}
