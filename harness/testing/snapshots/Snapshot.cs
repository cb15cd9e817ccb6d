using System.Text;

namespace VerifyTests;

/// <summary>The two files of one snapshot: what was accepted, and what came instead.</summary>
/// <param name="Folder">Where they are.</param>
/// <param name="Prefix">Their name before <c>.verified</c> and <c>.received</c>.</param>
/// <param name="Extension">Their extension, without its dot.</param>
internal sealed record Snapshot(string Folder, string Prefix, string Extension)
{
    /// <summary>
    /// The environment variable that sends received files elsewhere: where the same tests run many times at once, on answers that are wrong
    /// on purpose, they would litter the sources and overwrite one another.
    /// </summary>
    private const string ReceivedVariable = "KATAS_RECEIVED";

    private static readonly UTF8Encoding Utf8WithBom = new(encoderShouldEmitUTF8Identifier: true);

    private string VerifiedName => $"{Prefix}.verified.{Extension}";

    private string ReceivedName => $"{Prefix}.received.{Extension}";

    private string VerifiedPath => Path.Combine(Folder, VerifiedName);

    private string ReceivedPath =>
        Path.Combine(Environment.GetEnvironmentVariable(ReceivedVariable) ?? Folder, ReceivedName);

    /// <summary>Compares, and leaves a received file when the texts differ.</summary>
    /// <exception cref="VerifyException">They differ, or nothing was accepted yet.</exception>
    public void Compare(string received, bool accept)
    {
        Directory.CreateDirectory(Folder);
        File.Delete(ReceivedPath);
        var verified = ReadVerified(received);
        if (verified == received)
            return;
        if (accept)
        {
            Write(VerifiedPath, received);
            return;
        }
        Write(ReceivedPath, received);
        throw new VerifyException(verified is null ? New(received) : NotEqual(received, verified));
    }

    private string? ReadVerified(string received)
    {
        if (!File.Exists(VerifiedPath))
            return null;
        if (new FileInfo(VerifiedPath).Length == 0)
        {
            File.Delete(VerifiedPath);
            return null;
        }
        var verified = File.ReadAllText(VerifiedPath, Utf8WithBom);
        if (!verified.Contains('\r'))
            return verified;
        Write(ReceivedPath, received);
        throw new VerifyException(
            $"Verified file must use \\n line endings, but it contains a \\r (carriage return).\nPath: {VerifiedPath}\nAdd to .gitattributes:\n  *.verified.{Extension} text eol=lf working-tree-encoding=UTF-8\nthen check the file out again."
        );
    }

    private static void Write(string path, string text) =>
        File.WriteAllText(path, text, Utf8WithBom);

    private string New(string received) =>
        $"{Files("New")}New:\n\nReceived: {ReceivedName}\n{received}\n\n";

    private string NotEqual(string received, string verified) =>
        $"{Files("NotEqual")}NotEqual:\n\nReceived: {ReceivedName}\n{received}\nVerified: {VerifiedName}\n{verified}\n\n";

    private string Files(string what) =>
        $"Directory: {Folder}\n{what}:\n  - Received: {ReceivedName}\n    Verified: {VerifiedName}\n\nFileContent:\n\n";
}
