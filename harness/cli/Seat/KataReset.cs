using Katas.Harness.Cli.Updating;
using Katas.Harness.Engine;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Memory;

namespace Katas.Harness.Cli.Seat;

/// <summary>Puts stubs back in the place of answers, which are kept.</summary>
internal static class KataReset
{
    /// <summary>Resets a chapter, one of its files, or one of its katas.</summary>
    /// <param name="seat">The workbook.</param>
    /// <param name="slug">The chapter.</param>
    /// <param name="part">A file's or a kata's name, or a kata's number; <see langword="null"/> for the whole chapter.</param>
    /// <returns>What was kept, or <see langword="null"/> when everything was a stub already.</returns>
    /// <exception cref="UsageException">There is no such part, or it cannot be told apart.</exception>
    public static KeptAnswer? Run(LearnerSeat seat, string slug, string? part)
    {
        var stubs = new StubVersions(seat.Paths);
        var files = stubs.Files(slug);
        var changes = Changes(seat, slug, part, files, stubs)
            .Where(change =>
                !File.Exists(change.File)
                || !File.ReadAllBytes(change.File).AsSpan().SequenceEqual(change.Bytes)
            )
            .ToList();
        return changes.Count == 0
            ? null
            : seat.Archive.Replace(
                part is null ? $"reset {slug}" : $"reset {slug} {part}",
                changes
            );
    }

    private static IEnumerable<(string File, byte[]? Bytes)> Changes(
        LearnerSeat seat,
        string slug,
        string? part,
        IReadOnlyList<string> files,
        StubVersions stubs
    )
    {
        if (part is null)
            return files.Select(file => (file, (byte[]?)stubs.Read(file)));
        var named = files.FirstOrDefault(file =>
            Path.GetFileName(file)
                .Equals(Path.GetFileName(part), StringComparison.OrdinalIgnoreCase)
        );
        if (named is not null)
            return [(named, stubs.Read(named))];
        var katas = LessonKatas.Read(seat.Paths, slug);
        if (!part.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
        {
            var kata = KataArgument.Resolve(seat.Paths, slug, part)!.Name;
            return KataChanges(seat, slug, kata, files, stubs);
        }
        var names = katas.Select(kata => kata.Name).Concat(files.Select(Path.GetFileName));
        throw new UsageException(
            $"Chapter {slug} has no file '{part}'. Did you mean {NearestNames.Sentence(part, names!)}?"
        );
    }

    private static IEnumerable<(string File, byte[]? Bytes)> KataChanges(
        LearnerSeat seat,
        string slug,
        string kata,
        IReadOnlyList<string> files,
        StubVersions stubs
    )
    {
        foreach (var file in files)
        {
            var stub = TextFile.Parse(stubs.Read(file));
            if (!KataSource.Declares(stub.Text, kata))
                continue;
            if (!File.Exists(file))
            {
                yield return (file, stub.ToBytes());
                continue;
            }
            var answer = TextFile.Parse(File.ReadAllBytes(file));
            var text =
                KataSource.Replace(answer.Text, stub.Text, kata)
                ?? throw new UsageException(
                    $"{kata} cannot be told apart in {seat.Paths.Short(file)}: the file does not parse, or declares it otherwise than the stub. Reset the whole file: kata reset {slug[..2]} {Path.GetFileName(file)} (your answer is kept)."
                );
            yield return (file, (answer with { Text = text }).ToBytes());
        }
    }
}
