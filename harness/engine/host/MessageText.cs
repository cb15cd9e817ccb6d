using System.Diagnostics;
using System.Globalization;
using System.Text;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine.Host;

/// <summary>
/// Writes a message as JSON, by hand. The framework's serializer goes through arrays that it rents from a pool which all code of the process shares:
/// who has given one back and kept it writes into the message before it is sealed. It also takes each new host a while to get ready.
/// </summary>
internal sealed class MessageText
{
    private const char FirstPrintable = ' ';

    private readonly StringBuilder _text = new();

    private MessageText(HostMessage message)
    {
        _text.Append("{\"").Append(HostMessage.TypeProperty).Append("\":");
        WriteText(message.GetType().Name);
        switch (message)
        {
            case HostMessage.Discovered discovered:
                Write(nameof(discovered.Tests), discovered.Tests);
                break;
            case HostMessage.WaitsForDebugger waits:
                Write(nameof(waits.Process), waits.Process);
                break;
            case HostMessage.Started started:
                Write(nameof(started.Test), started.Test);
                break;
            case HostMessage.Ended ended:
                Write(nameof(ended.Verdict), ended.Verdict);
                if (ended.Hits is { } hits)
                    Write(nameof(ended.Hits), Convert.ToBase64String(hits.Span));
                break;
            case HostMessage.RunEnded:
                break;
            case HostMessage.Idle idle:
                Write(nameof(idle.Leftover), idle.Leftover);
                break;
            case HostMessage.Exiting exiting:
                Write(nameof(exiting.Code), exiting.Code);
                break;
            case HostMessage.Broken broken:
                Write(nameof(broken.Reason), broken.Reason);
                break;
            default:
                throw new UnreachableException($"{message.GetType()} is no message.");
        }
        _text.Append('}');
    }

    /// <summary>The message in UTF-8, without a line end.</summary>
    public static byte[] Of(HostMessage message) =>
        Encoding.UTF8.GetBytes(new MessageText(message)._text.ToString());

    private void Write(string name, IReadOnlyList<TestName> tests)
    {
        WriteName(name).Append('[');
        for (var i = 0; i < tests.Count; i++)
        {
            if (i > 0)
                _text.Append(',');
            Write(tests[i]);
        }
        _text.Append(']');
    }

    private void Write(string name, TestVerdict verdict)
    {
        WriteName(name).Append("{\"").Append(nameof(verdict.Test)).Append("\":");
        Write(verdict.Test);
        Write(nameof(verdict.Outcome), verdict.Outcome.ToString());
        Write(nameof(verdict.Message), verdict.Message);
        Write(nameof(verdict.StackTrace), verdict.StackTrace);
        Write(nameof(verdict.Output), verdict.Output);
        Write(
            nameof(verdict.Duration),
            verdict.Duration.ToString("c", CultureInfo.InvariantCulture)
        );
        if (verdict.ExitCode is { } code)
            Write(nameof(verdict.ExitCode), code);
        Write(nameof(verdict.Schedules), verdict.Schedules);
        _text.Append('}');
    }

    private void Write(TestName test)
    {
        _text.Append("{\"").Append(nameof(test.FullName)).Append("\":");
        WriteText(test.FullName);
        Write(nameof(test.Class), test.Class);
        Write(nameof(test.Method), test.Method);
        Write(nameof(test.Kata), test.Kata);
        _text.Append('}');
    }

    private void Write(string name, long number) =>
        WriteName(name).Append(number.ToString(CultureInfo.InvariantCulture));

    private void Write(string name, string? text)
    {
        WriteName(name);
        if (text is null)
            _text.Append("null");
        else
            WriteText(text);
    }

    private StringBuilder WriteName(string name) => _text.Append(",\"").Append(name).Append("\":");

    private void WriteText(string text)
    {
        _text.Append('"');
        foreach (var letter in text)
        {
            if (letter is '"' or '\\')
                _text.Append('\\').Append(letter);
            else if (letter < FirstPrintable)
                _text
                    .Append("\\u")
                    .Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else
                _text.Append(letter);
        }
        _text.Append('"');
    }
}
