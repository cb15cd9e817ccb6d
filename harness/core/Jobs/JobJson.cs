using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Katas.Harness.Jobs;

/// <summary>How arguments and results are written between processes: <c>System.Text.Json</c>, with fields (for tuples) and NaN and infinity.</summary>
public static class JobJson
{
    private static readonly JsonSerializerOptions Options = MakeOptions();

    /// <summary>Writes one value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>JSON in UTF-8.</returns>
    public static byte[] Write<T>(T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, value);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads one value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="json">JSON in UTF-8.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The text is not JSON, or not of this type.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Read<T>(ref reader);
    }

    /// <summary>Writes values as a JSON array.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="buffer">Where the JSON goes, in UTF-8.</param>
    /// <param name="values">The values.</param>
    public static void WriteAll<T>(IBufferWriter<byte> buffer, ReadOnlySpan<T> values)
    {
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartArray();
        foreach (var value in values)
            Write(writer, value);
        writer.WriteEndArray();
    }

    /// <summary>Reads what <see cref="WriteAll"/> has written.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="json">A JSON array in UTF-8.</param>
    /// <returns>The values.</returns>
    /// <exception cref="JsonException">The text is not JSON, or not of this type.</exception>
    public static List<T> ReadAll<T>(ReadOnlySpan<byte> json)
    {
        var values = new List<T>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(Read<T>(ref reader));
        return values;
    }

    /// <summary>Why values of a type cannot travel, as far as the type alone tells; <see langword="null"/> when nothing is known against it.</summary>
    internal static string? WhyNot(Type type)
    {
        // These do without the serializer, whose first call takes its time.
        if (type.IsPrimitive || type == typeof(string))
            return null;
        try
        {
            _ = Options.GetTypeInfo(type);
            return null;
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException)
        {
            return e.Message;
        }
    }

    /// <summary>Writes one value where the writer stands.</summary>
    /// <remarks>The serializer's first call costs tens of milliseconds, a good part of a worker's start; the commonest types do without.</remarks>
    internal static void Write<T>(Utf8JsonWriter writer, T value)
    {
        if (typeof(T) == typeof(int))
            writer.WriteNumberValue(Unsafe.As<T, int>(ref value));
        else if (typeof(T) == typeof(long))
            writer.WriteNumberValue(Unsafe.As<T, long>(ref value));
        else if (typeof(T) == typeof(bool))
            writer.WriteBooleanValue(Unsafe.As<T, bool>(ref value));
        else if (typeof(T) == typeof(string))
            writer.WriteStringValue(Unsafe.As<T, string?>(ref value));
        else
            JsonSerializer.Serialize(writer, value, Options);
    }

    /// <summary>Reads the value at which the reader stands.</summary>
    internal static T Read<T>(ref Utf8JsonReader reader)
    {
        if (typeof(T) == typeof(int) && reader.TokenType == JsonTokenType.Number)
            return As<int, T>(reader.GetInt32());
        if (typeof(T) == typeof(long) && reader.TokenType == JsonTokenType.Number)
            return As<long, T>(reader.GetInt64());
        if (
            typeof(T) == typeof(bool)
            && reader.TokenType is JsonTokenType.True or JsonTokenType.False
        )
            return As<bool, T>(reader.GetBoolean());
        if (typeof(T) == typeof(string) && reader.TokenType == JsonTokenType.String)
            return As<string, T>(reader.GetString()!);
        return JsonSerializer.Deserialize<T>(ref reader, Options)!;
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            IncludeFields = true,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver
            {
                Modifiers = { RefuseWhatCannotComeBack },
            },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>
    /// A type that is made without arguments, and of which nothing can be set after that, would be written and then read as its default: a
    /// <see cref="System.Numerics.BigInteger"/> as 0. Types that JSON makes through a constructor's parameters have no <c>CreateObject</c>.
    /// </summary>
    private static void RefuseWhatCannotComeBack(JsonTypeInfo info)
    {
        if (
            info.Kind == JsonTypeInfoKind.Object
            && info.CreateObject is not null
            && info.Properties.Count > 0
            && info.Properties.All(property => property.Set is null && !IsPopulated(info, property))
        )
        {
            throw new NotSupportedException(
                $"A {info.Type} cannot be read back from JSON: it has no property or field that can be set. Give it one (get; init;), make it a record with a constructor, or hand over text or numbers instead."
            );
        }
    }

    private static bool IsPopulated(JsonTypeInfo info, JsonPropertyInfo property) =>
        (property.ObjectCreationHandling ?? info.PreferredPropertyObjectCreationHandling)
        == JsonObjectCreationHandling.Populate;

    private static TOut As<TIn, TOut>(TIn value) => Unsafe.As<TIn, TOut>(ref value);
}
