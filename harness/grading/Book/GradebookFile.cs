using System.Text.Json;

namespace Katas.Harness.Grading.Book;

/// <summary>A gradebook on the disk.</summary>
public static class GradebookFile
{
    /// <summary>The page to look at first.</summary>
    public const string Page = "gradebook.html";

    /// <summary>Reads the gradebook of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>It, or <see langword="null"/> when there is none.</returns>
    /// <exception cref="IOException">The file is no gradebook, or of another version.</exception>
    public static Gradebook? Read(string folder)
    {
        var file = Path.Combine(folder, Gradebook.FileName);
        if (!File.Exists(file))
            return null;
        try
        {
            using var stream = File.OpenRead(file);
            var book = JsonSerializer.Deserialize<Gradebook>(stream, GradeJson.Options);
            if (
                book?.Schema
                == new Gradebook("", "", GradingEnvironment.Here, default, [], []).Schema
            )
                return book;
        }
        catch (JsonException e)
        {
            throw new IOException($"'{file}' is no gradebook: {e.Message}", e);
        }
        throw new IOException($"'{file}' was written by another version. Grade once more.");
    }
}
