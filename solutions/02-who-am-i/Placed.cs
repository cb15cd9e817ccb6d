namespace Katas.WhoAmI;

/// <summary>A measurement and its place among others.</summary>
/// <param name="Place">The place, from 1; those who are equally fast share one, and the next place is left out.</param>
/// <param name="Measurement">What was measured.</param>
/// <param name="TimesTheFastest">How many times as long a call takes as a call of the fastest; 1 for the fastest itself.</param>
public sealed record Placed(int Place, Measurement Measurement, double TimesTheFastest);
