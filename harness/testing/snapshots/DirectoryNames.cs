using System.Text;

namespace VerifyTests;

/// <summary>The folders that differ from machine to machine, and what stands for them in a snapshot.</summary>
/// <param name="folders">Path and name; the longest path that fits is replaced.</param>
internal sealed class DirectoryNames(IEnumerable<(string Path, string Name)> folders)
{
    private readonly (string Path, string Name)[] _folders =
    [
        .. folders
            .Select(folder => (Path: Clean(folder.Path), folder.Name))
            .Where(folder => folder.Path.Length > 0)
            .OrderByDescending(folder => folder.Path.Length),
    ];

    /// <summary>The folders of this machine, and those of the project that holds a source file.</summary>
    public static DirectoryNames For(string sourceFile)
    {
        var folders = new List<(string, string)>
        {
            (AppContext.BaseDirectory, "{CurrentDirectory}"),
            (Environment.CurrentDirectory, "{CurrentDirectory}"),
            (Path.GetTempPath(), "{TempPath}"),
            (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "{UserProfile}"),
        };
        if (Above(sourceFile, "*.csproj") is { } project)
            folders.Add((project, "{ProjectDirectory}"));
        if (Above(sourceFile, "*.sln") is { } solution)
            folders.Add((solution, "{SolutionDirectory}"));
        return new DirectoryNames(folders);
    }

    /// <summary>Puts the names in place of the paths, and of the slash behind a path.</summary>
    public string Replace(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            if (Find(text, at) is { } folder)
            {
                result.Append(folder.Name);
                at += folder.Path.Length;
                if (at < text.Length && text[at] is '/' or '\\')
                    at++;
            }
            else
            {
                result.Append(text[at++]);
            }
        }
        return result.ToString();
    }

    private (string Path, string Name)? Find(string text, int at)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            return null;
        foreach (var folder in _folders)
        {
            if (IsAt(text, at, folder.Path))
                return folder;
        }
        return null;
    }

    private static bool IsAt(string text, int at, string path)
    {
        var end = at + path.Length;
        if (end > text.Length || (end < text.Length && char.IsLetterOrDigit(text[end])))
            return false;
        for (var i = 0; i < path.Length; i++)
        {
            var c = text[at + i] == '\\' ? '/' : text[at + i];
            if (c != path[i])
                return false;
        }
        return true;
    }

    private static string Clean(string path) => path.Replace('\\', '/').TrimEnd('/');

    private static string? Above(string file, string pattern)
    {
        for (var folder = Directory.GetParent(file); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && folder.EnumerateFiles(pattern).Any())
                return folder.FullName;
        }
        return null;
    }
}
