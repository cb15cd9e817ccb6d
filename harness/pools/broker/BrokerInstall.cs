namespace Katas.Harness.Pools.Broker;

/// <summary>The RabbitMQ that is installed on this machine.</summary>
/// <param name="Server">The script that starts the broker, as any user.</param>
/// <param name="PortMapper">The program of Erlang (<c>epmd</c>) by which brokers of one machine find each other.</param>
public sealed record BrokerInstall(string Server, string PortMapper)
{
    /// <summary>What to tell someone whose machine has no broker.</summary>
    public const string Advice =
        "needs RabbitMQ: install it (Debian, Ubuntu: sudo apt-get install -y rabbitmq-server; macOS: brew install rabbitmq), "
        + $"or point {SharedBroker.Variable} at a broker that runs ({SharedBroker.Variable}=amqp://guest:guest@localhost:5672).";

    // The packages' own scripts come before what PATH has: Debian's wrapper of the same name on PATH runs for root only.
    private static readonly string[] ServerFolders =
    [
        "/usr/lib/rabbitmq/bin",
        "/opt/homebrew/sbin",
        "/usr/local/sbin",
        "/opt/rabbitmq/sbin",
    ];

    /// <summary>Looks for the broker; <see langword="null"/> when there is none that can be started here.</summary>
    public static BrokerInstall? Find() =>
        Find(ServerFolders, (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));

    /// <summary>Looks for the broker in these folders.</summary>
    /// <param name="serverFolders">Where packages put the broker's script.</param>
    /// <param name="path">The folders of <c>PATH</c>.</param>
    public static BrokerInstall? Find(
        IReadOnlyList<string> serverFolders,
        IReadOnlyList<string> path
    )
    {
        // Windows has no such scripts and no shell to guard them; a broker there is reached through an address in KATAS_BROKER.
        if (OperatingSystem.IsWindows())
            return null;
        var server = FindFile(serverFolders.Concat(path), "rabbitmq-server");
        var portMapper = FindFile(path, "epmd");
        return server is null || portMapper is null ? null : new BrokerInstall(server, portMapper);
    }

    private static string? FindFile(IEnumerable<string> folders, string program) =>
        folders
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
