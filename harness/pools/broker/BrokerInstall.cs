namespace Katas.Harness.Pools.Broker;

/// <summary>The RabbitMQ that is installed on this machine.</summary>
/// <param name="Server">The script that starts the broker, as any user.</param>
/// <param name="PortMapper">The program of Erlang (<c>epmd</c>) by which brokers of one machine find each other.</param>
public sealed record BrokerInstall(string Server, string PortMapper)
{
    /// <summary>What to tell someone whose machine has no broker.</summary>
    public static string Advice { get; } =
        AdviceFor(
            OperatingSystem.IsWindows(),
            OperatingSystem.IsMacOS(),
            program => FindFile(SearchPath(), program) is not null
        );

    /// <summary>How the broker is had on a system.</summary>
    /// <param name="isWindows">Whether it is Windows, on which no broker is started from here.</param>
    /// <param name="isMac">Whether it is macOS.</param>
    /// <param name="has">Whether it has a program: the package manager of a Linux.</param>
    public static string AdviceFor(bool isWindows, bool isMac, Func<string, bool> has)
    {
        ArgumentNullException.ThrowIfNull(has);
        if (isWindows)
        {
            return $"needs RabbitMQ: docker run -d -p 5672:5672 rabbitmq, then set {SharedBroker.Variable}=amqp://guest:guest@localhost:5672";
        }
        var command =
            isMac ? "brew install rabbitmq"
            : has("apt-get") ? "sudo apt-get install rabbitmq-server"
            : has("dnf") ? "sudo dnf install rabbitmq-server"
            : has("pacman") ? "sudo pacman -S rabbitmq"
            : "install your system's package of it";
        return $"needs RabbitMQ: {command} (or set {SharedBroker.Variable})";
    }

    // The packages' own scripts come before what PATH has: Debian's wrapper of the same name on PATH runs for root only.
    private static readonly string[] ServerFolders =
    [
        "/usr/lib/rabbitmq/bin",
        "/opt/homebrew/sbin",
        "/usr/local/sbin",
        "/opt/rabbitmq/sbin",
    ];

    /// <summary>Looks for the broker; <see langword="null"/> when there is none that can be started here.</summary>
    public static BrokerInstall? Find() => Find(ServerFolders, SearchPath());

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

    private static string[] SearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');

    private static string? FindFile(IEnumerable<string> folders, string program) =>
        folders
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
