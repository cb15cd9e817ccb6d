namespace Katas.Harness.Broker;

/// <summary>One broker for all the processes that a program starts, so that not each of them starts its own.</summary>
public static class BrokerForChildren
{
    private const string Reference = "Katas.Harness.Broker.csproj";

    /// <summary>Starts the broker if one of these projects uses one, and tells child processes of it through <c>KATAS_BROKER</c>.</summary>
    /// <param name="folders">The folders of test projects.</param>
    public static async Task Share(IEnumerable<string> folders)
    {
        if (SharedBroker.Missing is not null || !folders.Any(UsesBroker))
            return;
        try
        {
            var address = await SharedBroker.Address();
            Environment.SetEnvironmentVariable(SharedBroker.Variable, address.AbsoluteUri);
        }
        catch (BrokerStartException)
        {
            // Those who need one will say so, each for itself.
        }
    }

    private static bool UsesBroker(string folder) =>
        Directory.Exists(folder)
        && Directory
            .EnumerateFiles(folder, "*.csproj")
            .Any(project =>
                File.ReadAllText(project).Contains(Reference, StringComparison.Ordinal)
            );
}
