using System.Text.Json.Serialization;

namespace Katas.Harness.Workbook.Verdicts;

/// <summary>A test, as those know it who read its verdict.</summary>
/// <param name="FullName">Namespace, class, method and arguments.</param>
/// <param name="Class">The test class without its namespace.</param>
/// <param name="Method">The method.</param>
/// <param name="Kata">The kata it belongs to, or <see langword="null"/> for a test of the harness.</param>
public sealed record TestName(string FullName, string Class, string Method, string? Kata)
{
    /// <summary>The method with its arguments, without namespace and class.</summary>
    [JsonIgnore]
    public string ShortName
    {
        get
        {
            var mark = $".{Class}.";
            var start = FullName.IndexOf(mark, StringComparison.Ordinal);
            return Class.Length == 0 || start < 0 ? FullName : FullName[(start + mark.Length)..];
        }
    }
}
