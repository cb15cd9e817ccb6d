using System.IO.Compression;
using System.Text.Json;
using Katas.Harness.Grading.Book;

namespace Katas.Harness.Grading.Cluster;

/// <summary>
/// Values as compressed JSON: a message of the cluster has 16 MiB at most, and a submission of 8 MiB would have more when its characters are
/// written as JSON writes them.
/// </summary>
internal static class PackedJson
{
    public static byte[] Pack<T>(T value)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal))
            JsonSerializer.Serialize(zip, value, GradeJson.Options);
        return packed.ToArray();
    }

    public static T Unpack<T>(byte[] packed)
    {
        using var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(zip, GradeJson.Options)!;
    }
}
