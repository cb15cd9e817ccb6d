namespace Katas.Harness.Workbook;

public class AtomicFileTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("katas-file-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_file_is_replaced_and_nothing_is_left_beside_it()
    {
        var path = Path.Combine(_folder, "report.json");

        AtomicFile.WriteAllText(path, "old");
        AtomicFile.WriteAllText(path, "new");

        Assert.That(File.ReadAllText(path), Is.EqualTo("new"));
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.EqualTo([path]));
    }

    [Test]
    public void A_reader_that_has_the_old_file_open_reads_all_of_it()
    {
        var path = Path.Combine(_folder, "report.json");
        AtomicFile.WriteAllText(path, "old");
        using var reader = new StreamReader(
            new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            )
        );

        AtomicFile.WriteAllText(path, "new and longer");

        Assert.That(reader.ReadToEnd(), Is.EqualTo("old"));
    }
}
