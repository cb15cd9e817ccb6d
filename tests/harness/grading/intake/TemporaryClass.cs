using System.IO.Compression;
using System.Text;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Intake;

/// <summary>A workbook of two chapters, as far as the intake looks at it, and a folder of submissions.</summary>
internal sealed class TemporaryClass : IDisposable
{
    public const string Threads = "03-first-thread";
    public const string Orders = "05-lost-orders";

    public TemporaryClass()
    {
        Root = Directory.CreateTempSubdirectory("class ").FullName;
        Write("../Katas.sln", "");
        Write($"../exercises/{Threads}/FirstThread.csproj", "");
        Write($"../exercises/{Threads}/Threads.cs", "");
        Write($"../exercises/{Orders}/LostOrders.csproj", "");
        Write($"../exercises/{Orders}/OrderBook.cs", "");
    }

    public WorkbookPaths Paths => new(Root);

    public string Submissions => Path.Combine(Root, "submissions");

    private string Root { get; }

    public TemporaryClass Write(string path, string text) =>
        Write(path, Encoding.UTF8.GetBytes(text));

    public TemporaryClass Write(string path, byte[] bytes)
    {
        var file = Path.GetFullPath(Path.Combine(Submissions, path));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return this;
    }

    public TemporaryClass Link(string path, string target)
    {
        var link = Path.Combine(Submissions, path);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, target);
        return this;
    }

    public static byte[] Zip(params (string Path, string Text)[] entries) =>
        Zip([.. entries.Select(entry => (entry.Path, Encoding.UTF8.GetBytes(entry.Text)))]);

    public static byte[] Zip(params (string Path, byte[] Bytes)[] entries) =>
        ZipWith(null, entries);

    public static byte[] ZipWith(Encoding? names, params (string Path, byte[] Bytes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (path, bytes) in entries)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        }
        return stream.ToArray();
    }

    public ClassIntake Open(IntakeLimits? limits = null, string? submissions = null) =>
        ClassIntake.Open(Paths, submissions ?? Submissions, [Threads, Orders], limits);

    /// <summary>What was read of the only student.</summary>
    public SubmittedWork Only(IntakeLimits? limits = null)
    {
        using var intake = Open(limits);
        return intake.HandIns.Single().Read();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
