using System.Collections;
using System.Globalization;
using Katas.Harness.Explorer.Report;

namespace Katas.Harness.Explorer.Linearizability;

/// <summary>What came of one call: a value, nothing, or an exception.</summary>
/// <param name="Value">The value.</param>
/// <param name="Thrown">The exception that left the call, or <see langword="null"/>.</param>
internal sealed record Result(object? Value, Exception? Thrown = null)
{
    /// <summary>Whether two calls gave the same: equal values, sequences of equal values, or exceptions of one type.</summary>
    public bool IsLike(Result other) =>
        Thrown is null && other.Thrown is null
            ? AreEqual(Value, other.Value)
            : Thrown?.GetType() == other.Thrown?.GetType();

    /// <summary>The result behind the call's name: <c> -> 1</c>.</summary>
    public override string ToString() =>
        Thrown is not null ? $" throws {Thrown.GetType().Name}"
        : Value is Nothing ? ""
        : $" -> {Text(Value)}";

    private static bool AreEqual(object? one, object? other) =>
        one is IEnumerable first and not string && other is IEnumerable second and not string
            ? first.Cast<object?>().Zip(second.Cast<object?>(), AreEqual).All(isEqual => isEqual)
                && first.Cast<object?>().Count() == second.Cast<object?>().Count()
            : Equals(one, other);

    private static string Text(object? value) =>
        value is IEnumerable many and not string
            ? $"[{string.Join(", ", many.Cast<object?>().Select(Text))}]"
            : Values.Text(
                value,
                item => Convert.ToString(item, CultureInfo.InvariantCulture) ?? "?"
            );
}
