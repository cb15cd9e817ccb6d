using System.Security.Cryptography;
using System.Text;

namespace Katas.Harness.Grading.Book;

/// <summary>Names for a student's files that every system takes, whatever the student is called.</summary>
internal static class FileKey
{
    private const int LongestName = 40;
    private const int HashLength = 12;

    public static string Of(string student)
    {
        var name = new StringBuilder();
        foreach (var c in student.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                name.Append(c);
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
            if (name.Length == LongestName)
                break;
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(student)));
        return $"{name.ToString().Trim('-')}-{hash[..HashLength]}".TrimStart('-');
    }
}
