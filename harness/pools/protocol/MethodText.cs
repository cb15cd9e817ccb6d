using System.Buffers;
using Katas.Harness.Jobs;

namespace Katas.Harness.Pools.Protocol;

/// <summary>A method's description as the body of a frame: a few texts, since starting up a JSON serializer would cost a worker half its start.</summary>
public static class MethodText
{
    /// <summary>Writes a method.</summary>
    /// <param name="buffer">The frame's body so far.</param>
    /// <param name="method">The method.</param>
    public static void Put(IBufferWriter<byte> buffer, JobMethod method)
    {
        Frame.Put(buffer, method.Assembly);
        Frame.Put(buffer, method.Type);
        Frame.Put(buffer, method.Method);
        Put(buffer, method.TypeArguments);
        Frame.Put(buffer, method.Argument);
        Frame.Put(buffer, method.Result);
        Put(buffer, method.Folders);
    }

    /// <summary>Reads what <c>Put</c> wrote.</summary>
    /// <param name="body">The frame's body.</param>
    public static JobMethod Take(ReadOnlySpan<byte> body) =>
        new()
        {
            Assembly = Frame.TakeText(ref body),
            Type = Frame.TakeText(ref body),
            Method = Frame.TakeText(ref body),
            TypeArguments = TakeAll(ref body),
            Argument = Frame.TakeText(ref body),
            Result = Frame.TakeText(ref body),
            Folders = TakeAll(ref body),
        };

    private static void Put(IBufferWriter<byte> buffer, IReadOnlyList<string> texts)
    {
        Frame.Put(buffer, texts.Count);
        foreach (var text in texts)
            Frame.Put(buffer, text);
    }

    private static string[] TakeAll(ref ReadOnlySpan<byte> body)
    {
        var texts = new string[Frame.TakeNumber(ref body)];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Frame.TakeText(ref body);
        return texts;
    }
}
