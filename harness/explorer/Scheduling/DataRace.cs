namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Two steps that touch one thing, at least one of them to change it, and that nothing puts in an order.</summary>
internal readonly record struct DataRace(
    Location Location,
    int Fiber,
    int Site,
    int OtherFiber,
    int OtherSite
);
