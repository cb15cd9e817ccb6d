using RabbitMQ.Client.Exceptions;

namespace Katas.Harness.Pools.Cluster;

/// <summary>There is no broker at the address, or it does not let us in.</summary>
public sealed class NoBrokerException : Exception
{
    internal NoBrokerException(Uri broker, Exception reason)
        : base(Describe(broker, reason), reason) { }

    /// <summary>Whether trying again may help: nobody answered, which a broker that starts will change.</summary>
    public bool MayCome => !Refused(InnerException!);

    private static string Describe(Uri broker, Exception reason)
    {
        var address = $"{broker.Scheme}://{broker.Host}:{broker.Port}";
        return Refused(reason)
            ? $"The broker at {address} does not let '{broker.UserInfo.Split(':')[0]}' in: {Innermost(reason).Message.TrimEnd('.')}. Look at the user and password in the address."
            : $"No broker answers at {address}: {Innermost(reason).Message.TrimEnd('.')}. Start it, or look at the address.";
    }

    // A possible failure is none: the library also supposes one when the connection breaks while it logs in. A broker that refuses says so.
    private static bool Refused(Exception reason) =>
        Chain(reason).Any(e => e is AuthenticationFailureException);

    private static Exception Innermost(Exception reason) => Chain(reason).Last();

    private static IEnumerable<Exception> Chain(Exception? reason)
    {
        for (; reason is not null; reason = reason.InnerException)
            yield return reason;
    }
}
