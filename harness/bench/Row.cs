namespace Katas.Harness.Bench;

/// <summary>One line of a benchmark's table. Lower is better, for every unit.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Ours">Our figure.</param>
/// <param name="Peer">The peer's figure, or <see langword="null"/> when the peer is not on this machine.</param>
/// <param name="PeerName">The peer's name.</param>
/// <param name="Unit">The unit of both figures.</param>
/// <param name="Ratio">Ours over the peer's.</param>
/// <param name="Goal">The highest ratio that is good enough.</param>
/// <param name="Met">Whether the ratio is good enough; <see langword="null"/> when there is none.</param>
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

    /// <summary>How many of something, ours and a peer's, where none is the best and there is no ratio to it.</summary>
    public static Row OfCounts(string name, int ours, int? peer, string peerName, string unit) =>
        Against(name, ours, peer, peerName, unit, goal: 1) with
        {
            Ratio = peer > 0 ? (double)ours / peer : null,
            Met = peer is { } theirs ? ours <= theirs : null,
        };

    /// <summary>Ours against a fixed limit, where there is no peer.</summary>
    public static Row WithLimit(string name, double ours, double limit, string unit) =>
        Against(name, ours, limit, "a fixed limit", unit, goal: 1);
}
