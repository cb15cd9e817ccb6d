namespace Katas.WhoAmI;

/// <summary>A way to build a collection.</summary>
/// <param name="Name">What it is called in a ranking.</param>
/// <param name="Make">Builds a new collection with each call.</param>
public sealed record Build(string Name, Func<object> Make);
