using System.Security.Cryptography;
using Microsoft.CodeAnalysis;

namespace Katas.Harness.Engine.Mutants;

/// <summary>What the compiler makes of code, without what does not run: symbols, layout, empty statements.</summary>
internal static class MutantCode
{
    /// <summary>A hash of the optimized assembly; <see langword="null"/> when the code does not compile.</summary>
    public static string? Hash(Compilation compilation, CancellationToken cancellationToken)
    {
        using var assembly = new MemoryStream();
        var result = compilation
            .WithOptions(
                compilation
                    .Options.WithOptimizationLevel(OptimizationLevel.Release)
                    .WithDeterministic(true)
            )
            .Emit(assembly, cancellationToken: cancellationToken);
        return result.Success
            ? Convert.ToHexStringLower(SHA256.HashData(assembly.ToArray()).AsSpan(0, 8))
            : null;
    }
}
