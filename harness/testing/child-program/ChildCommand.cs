using Katas.Harness.Machines;

namespace Katas.Harness.Testing.ChildProgram;

/// <summary>
/// How the child program is started: a process for tests to ask, stop and kill. It takes commands as lines on its standard input, one after the
/// other, and answers each with one line on its standard output that begins with "= "; any other line there is output that nobody has asked
/// for. Commands among its arguments are done first, and not answered.
/// </summary>
/// <remarks>
/// <list type="table">
/// <item><term>echo TEXT</term><description>answers TEXT</description></item>
/// <item><term>pid</term><description>answers its process id</description></item>
/// <item><term>count</term><description>adds one to a static counter, and answers it</description></item>
/// <item><term>unicode</term><description>answers Korean letters and a bowl</description></item>
/// <item><term>talk TEXT</term><description>writes TEXT to standard output as it is, then answers</description></item>
/// <item><term>complain TEXT</term><description>writes TEXT to standard error, then answers</description></item>
/// <item><term>hold FOLDER</term><description>makes a file in-PID in the folder, and answers when there is a file open</description></item>
/// <item><term>finish FOLDER</term><description>as hold, and the program does not exit before it has answered, even when its input ends</description></item>
/// <item><term>meet N FOLDER</term><description>makes a file met-PID in the folder, and answers when there are N</description></item>
/// <item><term>mark FILE</term><description>makes the file; does not answer</description></item>
/// <item><term>flood out N, flood err N</term><description>writes N lines of a thousand characters, then answers</description></item>
/// <item><term>chatter FILE</term><description>answers, then writes lines without being asked, then makes the file</description></item>
/// <item><term>deaf</term><description>from now on does not exit when its input ends</description></item>
/// <item><term>grandchild</term><description>starts a process of its own, and answers its id</description></item>
/// <item><term>exit N</term><description>ends at once with that exit code</description></item>
/// <item><term>crash</term><description>ends with an exception that nobody catches</description></item>
/// </list>
/// When its input ends it says "bye" on standard error and exits with 0, but only if it was started with <see cref="WithParent"/>; otherwise
/// it waits for nothing, endlessly.
/// </remarks>
public static class ChildCommand
{
    /// <summary>The argument that makes the program exit when its input ends, as it does when the parent dies.</summary>
    public const string WithParent = "--with-parent";

    /// <summary>The program to start: <c>dotnet</c>, the one that runs this program.</summary>
    public static string FileName => DotnetHost.Path;

    /// <summary>Its arguments; <see cref="WithParent"/> and commands can be added.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [typeof(ChildCommand).Assembly.Location];
}
