namespace Katas.Harness.Pools.Broker;

/// <summary>One broker for all the processes that a program starts, so that not each of them starts its own.</summary>
public static class BrokerProvider
{
    /// <summary>What a test project says in <c>&lt;Needs&gt;</c> when its tests want a broker.</summary>
    public const string Need = "broker";

    /// <summary>Starts the program's broker when that is what is needed.</summary>
    /// <param name="need">What is needed.</param>
    /// <returns>
    /// The environment variable by which a child process finds the broker; none when something else is needed or there can be no broker
    /// here, which its tests then say themselves.
    /// </returns>
    public static async Task<IReadOnlyDictionary<string, string>> Provide(string need)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        if (need != Need || SharedBroker.Missing is not null)
            return variables;
        try
        {
            variables[SharedBroker.Variable] = (
                await SharedBroker.Address().ConfigureAwait(false)
            ).AbsoluteUri;
        }
        catch (BrokerStartException)
        {
            // Those who need one say so, each for itself.
        }
        return variables;
    }
}
