using Katas.Harness.Pools.Broker;

namespace Katas.Harness.Cli.Grading;

/// <summary>A broker's address on the command line.</summary>
internal static class BrokerOption
{
    /// <summary>Reads it.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="name">The option.</param>
    /// <exception cref="UsageException">It is no broker's address.</exception>
    public static Uri Parse(string text, string name)
    {
        try
        {
            return BrokerAddress.Parse(text, name);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
