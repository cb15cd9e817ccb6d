namespace Katas.Harness.DotnetTest;

/// <summary>Paths as a reader wants them: relative to the workbook when they lie in it, and with forward slashes everywhere.</summary>
/// <param name="Root">The workbook's root.</param>
internal sealed record PathText(string Root)
{
    public string Short(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        var isInside =
            relative != ".."
            && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && !Path.IsPathRooted(relative);
        return (isInside ? relative : path).Replace('\\', '/');
    }
}
