using System.Buffers;
using System.Text.Json;

namespace Katas.Harness.Jobs;

/// <summary>A loaded job with its types.</summary>
internal sealed class TypedJob<TArgument, TResult>(Func<TArgument, CancellationToken, TResult> job)
    : LoadedJob
{
    public override byte[] Run(ReadOnlySpan<byte> argument, CancellationToken cancellationToken) =>
        JobJson.Write(job(JobJson.Read<TArgument>(argument), cancellationToken));

    public override void RunAll(
        ReadOnlySpan<byte> arguments,
        IBufferWriter<byte> results,
        Action afterEach,
        CancellationToken cancellationToken
    )
    {
        // Each result is written aside first: one that cannot be written whole must not leave its half among the others.
        var aside = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(aside);
        var reader = new Utf8JsonReader(arguments);
        var before = "["u8;
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var result = job(JobJson.Read<TArgument>(ref reader), cancellationToken);
                aside.ResetWrittenCount();
                writer.Reset();
                JobJson.Write(writer, result);
                writer.Flush();
                results.Write(before);
                results.Write(aside.WrittenSpan);
                before = ","u8;
                afterEach();
            }
        }
        finally
        {
            results.Write(before is [(byte)'['] ? "[]"u8 : "]"u8);
        }
    }
}
