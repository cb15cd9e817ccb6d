// wrong: the user is read from an environment variable
// fails: The_user_is_the_one_whom_the_system_knows
// says: "Ask the system who it is"
using Katas.Harness.Machines;

namespace Katas.WhoAmI;

/// <summary>Who is running here?</summary>
public static class Identity
{
    /// <summary>
    /// Kata 1. Fills in the card of the process that makes the call, as things are at the moment of the call.
    /// </summary>
    /// <remarks>
    /// <see cref="Environment"/> knows most of it; <see cref="UnixIdentity"/> knows the two numbers, but not on Windows. Not allowed: starting
    /// another process to ask it.
    /// </remarks>
    /// <returns>The card.</returns>
    public static ProcessCard Me() =>
        new(
            Environment.ProcessId,
            Environment.GetEnvironmentVariable("USER") ?? Environment.UserName,
            OperatingSystem.IsWindows() ? null : UnixIdentity.UserId(), // no number is better than a made-up one
            OperatingSystem.IsWindows() ? null : UnixIdentity.GroupId(),
            Environment.CurrentDirectory,
            Environment.ProcessorCount
        );
}
