using System.Globalization;
using System.Text.Json;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Workbook.Memory;

/// <summary>
/// Reads <see cref="ChapterMemory"/> property by property, as <see cref="JsonSerializer"/> has written it: made ready to read it again, the
/// serializer would cost a short command a third of its time.
/// </summary>
internal static class ChapterMemoryReader
{
    /// <summary>The memory in a text, or <see langword="null"/> when the text says something else.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static ChapterMemory? Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        try
        {
            var memory = document.RootElement;
            return new(
                Text(memory, "chapter"),
                Text(memory, "content"),
                memory.GetProperty("at").GetDateTimeOffset(),
                [.. memory.GetProperty("errors").EnumerateArray().Select(Text)],
                memory.GetProperty("runError") is { ValueKind: not JsonValueKind.Null } error
                    ? new RunError(Text(error, "what"), Text(error, "details"))
                    : null,
                [.. memory.GetProperty("tests").EnumerateArray().Select(Verdict)]
            );
        }
        catch (Exception e)
            when (e
                    is InvalidOperationException
                        or KeyNotFoundException
                        or FormatException
                        or ArgumentException
                        or OverflowException
            )
        {
            return null;
        }
    }

    private static TestVerdict Verdict(JsonElement verdict)
    {
        var test = verdict.GetProperty("test");
        return new(
            new TestName(
                Text(test, "fullName"),
                Text(test, "class"),
                Text(test, "method"),
                OptionalText(test, "kata")
            ),
            Enum.Parse<Outcome>(Text(verdict, "outcome")),
            OptionalText(verdict, "message"),
            OptionalText(verdict, "stackTrace"),
            OptionalText(verdict, "output"),
            TimeSpan.Parse(Text(verdict, "duration"), CultureInfo.InvariantCulture),
            verdict.GetProperty("exitCode") is { ValueKind: JsonValueKind.Number } code
                ? code.GetInt32()
                : null,
            verdict.GetProperty("schedules").GetInt64()
        );
    }

    private static string Text(JsonElement element, string name) => Text(element.GetProperty(name));

    private static string Text(JsonElement element) =>
        element.GetString() ?? throw new FormatException("A text is missing.");

    private static string? OptionalText(JsonElement element, string name) =>
        element.GetProperty(name).GetString();
}
