namespace Katas.Harness.Pools.Broker;

/// <summary>The one broker of a program: the one that <c>KATAS_BROKER</c> names or, failing that, one of its own that is started once and ends with the program.</summary>
public static class SharedBroker
{
    /// <summary>The environment variable that names a broker that runs, for example <c>amqp://guest:guest@localhost:5672</c>.</summary>
    public const string Variable = "KATAS_BROKER";

    private static readonly Lock Starting = new();
    private static Task<Uri>? s_broker;

    /// <summary>Why there can be no broker here, and what to do about it; <see langword="null"/> when there can be one.</summary>
    public static string? Missing =>
        Named is null && BrokerInstall.Find() is null ? BrokerInstall.Advice : null;

    private static string? Named =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address ? address : null;

    /// <summary>The broker's address; the first caller starts it, all wait until it accepts connections.</summary>
    /// <exception cref="InvalidOperationException">There is no broker (see <see cref="Missing"/>).</exception>
    /// <exception cref="FormatException"><c>KATAS_BROKER</c> is not a broker's address.</exception>
    /// <exception cref="BrokerStartException">It did not start.</exception>
    public static Task<Uri> Address()
    {
        lock (Starting)
            return s_broker ??= Start();
    }

    private static async Task<Uri> Start()
    {
        if (Named is { } address)
            return BrokerAddress.Parse(address, Variable);
        var install =
            BrokerInstall.Find() ?? throw new InvalidOperationException(BrokerInstall.Advice);
        var broker = await LocalBroker.Start(install).ConfigureAwait(false);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            broker.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return broker.Address;
    }
}
