namespace Katas.Harness.Grading.Sandbox;

/// <summary>Programs of the system, looked for where the system keeps them: a <c>PATH</c> may name other places.</summary>
internal static class SystemProgram
{
    private static readonly string[] Folders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];

    /// <summary>The full path, or <see langword="null"/>.</summary>
    public static string? Find(string name) =>
        OperatingSystem.IsLinux()
            ? Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            : null;
}
