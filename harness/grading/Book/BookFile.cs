using System.Text;

namespace Katas.Harness.Grading.Book;

/// <summary>A file that is written line by line, and takes the place of an older one only when it is whole.</summary>
internal sealed class BookFile : IDisposable
{
    private readonly string _path;
    private readonly StreamWriter _writer;

    /// <param name="path">The file, whose folder is made when it is missing.</param>
    /// <param name="hasMark">Whether it begins with a byte order mark.</param>
    public BookFile(string path, bool hasMark = false)
    {
        _path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _writer = new(Unfinished, append: false, new UTF8Encoding(hasMark));
    }

    public TextWriter Writer => _writer;

    public Stream Stream => _writer.BaseStream;

    private string Unfinished => _path + ".tmp";

    public void Finish()
    {
        _writer.Dispose();
        File.Move(Unfinished, _path, overwrite: true);
    }

    /// <summary>What is not finished is not kept.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        File.Delete(Unfinished);
    }
}
