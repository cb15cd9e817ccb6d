namespace Katas.WaitingWithoutAThread;

/// <summary>A bowl of ramen.</summary>
/// <param name="Name">What it is called on the menu.</param>
public sealed record Bowl(string Name);
