using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Katas.Harness.Engine.Host;

/// <summary>
/// Writes a message as JSON into memory that nobody had before. The framework's own way goes through arrays that it rents from a pool which all
/// code of the process shares: who has given one back and kept it writes into the message before it is sealed.
/// </summary>
internal static class MessageText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new PlainStrings(), new PlainBytes() },
    };

    /// <summary>The message, without a line end.</summary>
    public static ReadOnlySpan<byte> Of(HostMessage message)
    {
        var memory = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(memory))
            JsonSerializer.Serialize(writer, message, Options);
        return memory.WrittenSpan;
    }

    /// <summary>The writer's own way to escape a long text is by a rented array.</summary>
    private sealed class PlainStrings : JsonConverter<string>
    {
        private const char FirstPrintable = ' ';

        public override string Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => throw new NotSupportedException();

        public override void Write(
            Utf8JsonWriter writer,
            string value,
            JsonSerializerOptions options
        ) => WriteQuoted(writer, Escaped(value));

        private static string Escaped(string value)
        {
            var text = new StringBuilder(value.Length);
            foreach (var letter in value)
            {
                if (letter is '"' or '\\')
                    text.Append('\\').Append(letter);
                else if (letter < FirstPrintable)
                    text.Append("\\u")
                        .Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
                else
                    text.Append(letter);
            }
            return text.ToString();
        }
    }

    private sealed class PlainBytes : JsonConverter<ReadOnlyMemory<byte>>
    {
        public override ReadOnlyMemory<byte> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => throw new NotSupportedException();

        public override void Write(
            Utf8JsonWriter writer,
            ReadOnlyMemory<byte> value,
            JsonSerializerOptions options
        ) => WriteQuoted(writer, Convert.ToBase64String(value.Span));
    }

    private static void WriteQuoted(Utf8JsonWriter writer, string escaped) =>
        writer.WriteRawValue(
            Encoding.UTF8.GetBytes(string.Concat("\"", escaped, "\"")).AsSpan(),
            skipInputValidation: true
        );
}
