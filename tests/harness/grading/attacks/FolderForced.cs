// attack: sets the current folder, in the place of reading it
// chapter: 02-who-am-i
// expect: NotAllowed FolderForced.cs:14 uses System.Environment.CurrentDirectory = …
// expect: NotAllowed FolderForced.cs:15 uses System.Environment.CurrentDirectory = …
// expect: NotAllowed FolderForced.cs:16 uses System.Environment.CurrentDirectory = …
using Katas.Harness.Machines;

namespace Katas.WhoAmI;

public static class Identity
{
    public static ProcessCard Me()
    {
        Environment.CurrentDirectory = "/";
        (System.Environment.CurrentDirectory, var id) = ("/", Environment.ProcessId);
        Environment.CurrentDirectory += "tmp";
        return new(
            id,
            Environment.UserName,
            UnixIdentity.UserId(),
            UnixIdentity.GroupId(),
            Environment.CurrentDirectory!,
            Environment.ProcessorCount
        );
    }
}
