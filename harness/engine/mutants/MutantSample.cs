using System.Security.Cryptography;
using System.Text;

namespace Katas.Harness.Engine.Mutants;

/// <summary>Some of many mutants: the same ones as long as they exist, and of every operator about as many.</summary>
public static class MutantSample
{
    /// <summary>Draws a sample.</summary>
    /// <typeparam name="T">What is drawn, for example a mutant with its chapter.</typeparam>
    /// <param name="all">All of them.</param>
    /// <param name="count">How many to draw, at most.</param>
    /// <param name="idOf">The mutant's name.</param>
    public static IReadOnlyList<T> Draw<T>(IEnumerable<T> all, int count, Func<T, MutantId> idOf) =>
        [
            .. all.Select(item => (Item: item, Id: idOf(item), Lot: Lot(idOf(item))))
                .GroupBy(drawn => drawn.Id.Operator, StringComparer.Ordinal)
                .SelectMany(kind =>
                    kind.OrderBy(drawn => drawn.Lot, StringComparer.Ordinal)
                        .Select((drawn, rank) => (drawn.Item, drawn.Lot, Rank: rank))
                )
                .OrderBy(drawn => drawn.Rank)
                .ThenBy(drawn => drawn.Lot, StringComparer.Ordinal)
                .Take(count)
                .Select(drawn => drawn.Item),
        ];

    private static string Lot(MutantId id) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id.ToString())));
}
