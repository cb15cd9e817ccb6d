namespace Katas.Harness.Explorer.Sites;

/// <summary>A place in the source.</summary>
/// <param name="File">The source file's path, or nothing when the compiler wrote the code.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Method">The method it stands in.</param>
/// <param name="Callee">What is called there, or nothing.</param>
/// <param name="IsVolatile">Whether a volatile field is read or written there.</param>
internal sealed record Site(
    string File,
    int Line,
    string Method,
    string Callee,
    bool IsVolatile = false
)
{
    /// <summary>An unknown place.</summary>
    public static readonly Site Unknown = new("", 0, "", "");

    /// <summary>File and line, as in <c>OrderBook.cs:14</c>.</summary>
    public string Place => File.Length == 0 ? Method : $"{FileName}:{Line}";

    private string FileName => File[(File.LastIndexOfAny(['/', '\\']) + 1)..];
}
