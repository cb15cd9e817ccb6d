using System.Globalization;

namespace Katas.Harness.Grading.Sandbox;

/// <summary>The users of a sandbox, as its <c>/etc/passwd</c>: a program may ask who it is, and all of them are called alike.</summary>
internal sealed class UserList : IDisposable
{
    public const string Name = "student";
    public const string Home = "/home/student";

    /// <summary>Writes the list.</summary>
    /// <param name="users">The users' numbers.</param>
    public UserList(IEnumerable<uint> users)
    {
        File = Path.GetTempFileName();
        System.IO.File.WriteAllLines(
            File,
            users.Select(user =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name}:x:{user}:{user}::{Home}:/bin/false"
                )
            )
        );
        // The owner of a temporary file alone may read it, and inside that is somebody else.
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(
                File,
                UnixFileMode.UserRead
                    | UnixFileMode.UserWrite
                    | UnixFileMode.GroupRead
                    | UnixFileMode.OtherRead
            );
        }
    }

    /// <summary>Where it lies on this machine.</summary>
    public string File { get; }

    public void Dispose() => System.IO.File.Delete(File);
}
