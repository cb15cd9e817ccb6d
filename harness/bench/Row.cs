namespace Katas.Harness.Bench;

/// <summary>One line of a benchmark's table. Lower is better, for every unit.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Ours">Our figure.</param>
/// <param name="Peer">The peer's figure, or <see langword="null"/> when the peer is not on this machine.</param>
/// <param name="PeerName">Who the peer is.</param>
/// <param name="Unit">The unit of both figures.</param>
/// <param name="Ratio">Ours over the peer's.</param>
/// <param name="Goal">What the ratio should not exceed.</param>
/// <param name="Met">Whether it does not; <see langword="null"/> when there is no ratio.</param>
internal sealed record Row(
    string Name,
    double Ours,
    double? Peer,
    string PeerName,
    string Unit,
    double? Ratio,
    double Goal,
    bool? Met
)
{
    /// <summary>Ours against a peer's figure, if there is one.</summary>
    public static Row Against(
        string name,
        double ours,
        double? peer,
        string peerName,
        string unit,
        double goal
    )
    {
        double? ratio = peer is { } p ? ours / p : null;
        return new Row(
            name,
            ours,
            peer,
            peerName,
            unit,
            ratio,
            goal,
            ratio is { } r ? r <= goal : null
        );
    }

    /// <summary>Ours against a limit that is not a peer's figure but a promise.</summary>
    public static Row Promised(string name, double ours, double limit, string unit) =>
        Against(name, ours, limit, "the promise", unit, goal: 1);
}
