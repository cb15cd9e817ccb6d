using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace Katas.Harness.Engine;

/// <summary>Where a process finds the pipe that leads to this program.</summary>
/// <param name="name">The pipe's name.</param>
/// <param name="folder">A folder of its own that goes with it, or <see langword="null"/>.</param>
internal sealed partial class PipeAddress(string name, string? folder) : IDisposable
{
    public string Name { get; } = name;

    /// <summary>A pipe that only processes of this user can open.</summary>
    public static PipeAddress OfThisUser() =>
        // Short, because a socket's path may have no more than about a hundred characters.
        new($"kata-{Guid.NewGuid():N}"[..21], null);

    /// <summary>A pipe in a folder that nobody else can enter: another user gets it by a mount, and only that one.</summary>
    public static PipeAddress OfAnotherUser()
    {
        var folder = Directory.CreateTempSubdirectory("kata-").FullName;
        return new(Path.Combine(folder, "pipe"), folder);
    }

    /// <summary>Opens this program's end of it.</summary>
    /// <param name="user">The number of the user who may open the other one, if that is another.</param>
    public NamedPipeServerStream Listen(uint? user)
    {
        var pipe = new NamedPipeServerStream(
            Name,
            PipeDirection.InOut,
            maxNumberOfServerInstances: 1,
            PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous
                | (user is null ? PipeOptions.CurrentUserOnly : PipeOptions.None)
        );
        if (user is { } owner && ChangeOwner(Name, owner, owner) != 0)
        {
            pipe.Dispose();
            throw new IOException($"The pipe '{Name}' could not be given to user {owner}.");
        }
        return pipe;
    }

    public void Dispose()
    {
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint user, uint group);
}
