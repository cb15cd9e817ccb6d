namespace Katas.Harness.Executors.Contract;

/// <summary>The contract's jobs: static, with arguments and results that JSON can carry, so that they run in any process.</summary>
public static class ContractJobs
{
    public static int Square(int number, CancellationToken cancellationToken) => number * number;

    public static string Echo(string text, CancellationToken cancellationToken) => text;

    public static int FailOnNegative(int number, CancellationToken cancellationToken) =>
        number >= 0 ? number : throw new FormatException($"The order {number} is not one to cook.");

    /// <summary>Throws an exception of which nothing can be said but its type.</summary>
    public static int FailWithoutWords(int number, CancellationToken cancellationToken) =>
        throw new WordlessException();

    /// <summary>The price of a dish that costs something; what a menu says of any other cannot be read, nor written.</summary>
    public static int Price(Dish dish, CancellationToken cancellationToken) => dish.Won;

    /// <summary>Enters, waits for the signal <c>open</c>, and leaves, whatever its token says.</summary>
    public static int Hold(Place place, CancellationToken cancellationToken)
    {
        Signals.Set(place.Folder, $"in-{place.Id}");
        Signals.Wait(place.Folder, "open", place.WaitLimit, CancellationToken.None);
        return place.Id;
    }

    /// <summary>Enters, and waits until all parties are in at the same time.</summary>
    public static int Meet(Place place, CancellationToken cancellationToken)
    {
        Signals.Set(place.Folder, $"in-{place.Id}");
        Signals.WaitUntil(
            () => Signals.Count(place.Folder, "in-") == place.Parties,
            $"{place.Parties} jobs to run at the same time",
            place.WaitLimit,
            cancellationToken
        );
        return place.Id;
    }

    /// <summary>An even job ends only after the odd one behind it.</summary>
    public static int EndAfterTheNext(Place place, CancellationToken cancellationToken)
    {
        if (place.Id % 2 == 0)
            Signals.Wait(place.Folder, $"end-{place.Id + 1}", place.WaitLimit, cancellationToken);
        Signals.Set(place.Folder, $"end-{place.Id}");
        return place.Id;
    }

    /// <summary>Enters, and ends only when it is asked to stop.</summary>
    public static int RunUntilAsked(Place place, CancellationToken cancellationToken)
    {
        Signals.Set(place.Folder, $"in-{place.Id}");
        Signals.WaitUntil(() => false, "being asked to stop", place.WaitLimit, cancellationToken);
        return place.Id;
    }

    /// <summary>Leaves a trace that it ran.</summary>
    public static int LeaveATrace(Place place, CancellationToken cancellationToken)
    {
        Signals.Set(place.Folder, $"ran-{place.Id}");
        return place.Id;
    }
}
