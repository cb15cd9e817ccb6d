using System.Globalization;

namespace Katas.Harness.Grading.Intake;

/// <summary>A file of a submission, on the disk or in a zip.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Where it lies in what was handed in, for people.</param>
/// <param name="Changed">When it was changed last, as the folder or the zip says.</param>
/// <param name="Open">Opens it.</param>
internal sealed record IntakeFile(
    string Name,
    string Path,
    DateTimeOffset Changed,
    Func<Stream> Open
)
{
    /// <summary>What must be held while it is read: a zip gives one file at a time.</summary>
    public Lock Gate { get; init; } = new();

    public bool IsZip => Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    public bool IsSource => Name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Its bytes, whatever its header says of their number.</summary>
    /// <exception cref="InvalidDataException">It is larger than that, or it is damaged.</exception>
    public byte[] Read(int limit)
    {
        using var scope = Gate.EnterScope();
        using var stream = Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = stream.Read(buffer)) > 0; )
        {
            if (bytes.Length + count > limit)
            {
                throw new InvalidDataException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"it holds more than {limit:N0} bytes"
                    )
                );
            }
            bytes.Write(buffer, 0, count);
        }
        return bytes.ToArray();
    }
}
