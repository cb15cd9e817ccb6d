using System.Globalization;

namespace Katas.Harness.Pools.Broker;

/// <summary>The temporary folder of one broker: its settings, its data, its log. It belongs to the user the broker runs as, and to nobody else.</summary>
internal sealed class BrokerFolder
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("katas-broker-");

    public string Path => _folder.FullName;

    public string Output => In("output.log");

    /// <summary>The environment in which a broker with these ports lives in this folder and looks nowhere else.</summary>
    public IReadOnlyDictionary<string, string> Prepare(BrokerPorts ports)
    {
        Directory.CreateDirectory(In("home"));
        File.WriteAllText(
            In("rabbitmq.conf"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"listeners.tcp.1 = 127.0.0.1:{ports.Clients}\nlog.console = true\nlog.console.level = warning\nlog.file = false\n"
            )
        );
        File.WriteAllText(In("enabled_plugins"), "[].");
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // The cookie, by which nodes trust each other, is made in the home folder.
            ["HOME"] = In("home"),
            ["RABBITMQ_NODENAME"] = string.Create(
                CultureInfo.InvariantCulture,
                $"katas-{ports.Clients}@localhost"
            ),
            ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
            ["RABBITMQ_CONFIG_FILE"] = In("rabbitmq.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = In("enabled_plugins"),
            ["RABBITMQ_MNESIA_BASE"] = In("data"),
            ["RABBITMQ_LOG_BASE"] = In("log"),
            ["RABBITMQ_DIST_PORT"] = ports.Nodes.ToString(CultureInfo.InvariantCulture),
            ["ERL_EPMD_PORT"] = ports.PortMapper.ToString(CultureInfo.InvariantCulture),
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            // Replaces the script by the broker itself, so that the process that was started is the one to stop.
            ["RABBITMQ_ALLOW_INPUT"] = "1",
            ["RABBITMQ_SERVER_START_ARGS"] = "-noinput",
        };
    }

    /// <summary>The last lines of the broker's output, for an error message.</summary>
    public string OutputTail()
    {
        try
        {
            return string.Join('\n', File.ReadLines(Output).TakeLast(12));
        }
        catch (IOException)
        {
            return "(none)";
        }
    }

    public void Delete()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The guard process has deleted it already.
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
