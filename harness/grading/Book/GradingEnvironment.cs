using System.Runtime.InteropServices;

namespace Katas.Harness.Grading.Book;

/// <summary>The machine on which a class was graded.</summary>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The version of .NET.</param>
/// <param name="Cores">The cores that it may use.</param>
public sealed record GradingEnvironment(string System, string Runtime, int Cores)
{
    /// <summary>This one.</summary>
    public static GradingEnvironment Here { get; } =
        new(
            $"{RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})",
            RuntimeInformation.FrameworkDescription,
            Environment.ProcessorCount
        );
}
