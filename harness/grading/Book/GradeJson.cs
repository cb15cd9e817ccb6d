using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Katas.Harness.Grading.Book;

/// <summary>How grades are written as JSON.</summary>
internal static class GradeJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // The files stand alone, in no page: names may be read as they are written.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
}
