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
    public static ProcessCard Me()
    {
        // TODO: fill in the card.
        throw new NotImplementedException();
    }
}
