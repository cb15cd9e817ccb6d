using System.Text;

namespace Katas.Harness.Workbook;

public class TextFileTests
{
    private static IEnumerable<byte[]> Files =>
        [
            Encoding.UTF8.GetBytes("면 끓이기\n"),
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("bowl\r\n")],
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("bowl\n")],
            [
                .. Encoding.BigEndianUnicode.GetPreamble(),
                .. Encoding.BigEndianUnicode.GetBytes("bowl\n"),
            ],
            [0x66, 0xFC, 0x72, 0x0A, 0xFF],
            [],
        ];

    [TestCaseSource(nameof(Files))]
    public void A_file_is_written_as_it_was_read(byte[] file) =>
        Assert.That(TextFile.Parse(file).ToBytes(), Is.EqualTo(file));
}
