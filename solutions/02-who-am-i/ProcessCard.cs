namespace Katas.WhoAmI;

/// <summary>What a running program can say of itself.</summary>
/// <param name="ProcessId">The number that the system gave this process when it started.</param>
/// <param name="User">The name of the user that it runs for.</param>
/// <param name="UserId">The user's number, on systems that have one (Linux, macOS); otherwise <see langword="null"/>.</param>
/// <param name="GroupId">The number of the user's group, on systems that have one; otherwise <see langword="null"/>.</param>
/// <param name="WorkingDirectory">The folder that relative paths start from at this moment.</param>
/// <param name="Cores">How many cores this process may use; at least 1.</param>
public sealed record ProcessCard(
    int ProcessId,
    string User,
    uint? UserId,
    uint? GroupId,
    string WorkingDirectory,
    int Cores
);
