using System.Globalization;

namespace Katas.Harness.Engine;

/// <summary>An error of the compiler.</summary>
/// <param name="File">The source file, as it was named; empty when the error belongs to none.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Id">The compiler's number, for example <c>CS1002</c>.</param>
/// <param name="Message">What is wrong.</param>
public sealed record CompileError(string File, int Line, int Column, string Id, string Message)
{
    /// <summary>The error in the compiler's own form: <c>OrderBook.cs(17,9): CS1002: ; expected</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column}): {Id}: {Message}");
}
