namespace Katas.Harness.Executors.Contract;

/// <summary>An argument that cannot be used when its price is negative: here the job finds that, elsewhere already who writes it.</summary>
/// <param name="Number">The price, if there is one.</param>
public sealed record Dish(int Number)
{
    /// <summary>The price.</summary>
    /// <exception cref="FormatException">It is negative.</exception>
    public int Won =>
        Number >= 0 ? Number : throw new FormatException($"A dish at {Number} won is none.");
}
