using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Katas.Harness.Machines;

namespace Katas.Harness.Grading.Sandbox;

/// <summary>
/// A view of the machine made for one program: its own processes, users, temporary folder and (no) network, and of the files only what it is
/// shown, to be read. Everything that was started inside ends with the program that asked. See <c>man bwrap</c>.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class Bubblewrap : ISandbox
{
    /// <summary>Where a user's number says nothing outside, any will do.</summary>
    private const uint Nobody = 65_534;

    /// <summary>Far above what systems and their containers give away.</summary>
    private const uint FirstUser = 2_000_000_000;
    private const int Users = 4_096;

    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(20);

    /// <summary>The exit code of the compiler's program when nobody tells it what to do: it has started.</summary>
    private const int StartedForNothing = 64;

    /// <summary>What programs of the runtime need of the system beside libraries; what is not there is left out.</summary>
    private static readonly string[] SystemPaths =
    [
        "/usr/share/icu",
        "/usr/share/zoneinfo",
        "/etc/ld.so.cache",
        "/etc/localtime",
        "/etc/ssl",
    ];

    private readonly string _program;
    private readonly string? _setPrivileges;
    private readonly ProcessLimits _limits;
    private readonly bool _isRoot = UnixIdentity.UserId() == 0;
    private readonly UserList _users = new([
        Nobody,
        .. Enumerable.Range(0, Users).Select(user => FirstUser + (uint)user),
    ]);

    /// <summary>The libraries, one by one; or, where the runtime does not start with these, the folders with all that is in them.</summary>
    private IReadOnlyList<string> _libraries = SystemLibraries.Find();

    private Bubblewrap(string program, string? setPrivileges, ProcessLimits limits) =>
        (_program, _setPrivileges, _limits) = (program, setPrivileges, limits);

    /// <inheritdoc/>
    public string Description =>
        "Each submission ran in a sandbox (bubblewrap): files read-only and only its own, its own processes and user, no network but where a chapter needs a broker."
        + (
            ShowsAllLibraries
                ? " The runtime does not start with the libraries that this system is known to need, so all of /usr/lib could be seen."
                : ""
        );

    /// <summary>Whether there is more to see than libraries, because the runtime needs one that nobody knows of.</summary>
    public bool ShowsAllLibraries => _libraries.Any(Directory.Exists);

    /// <summary>Finds out whether it works here.</summary>
    /// <param name="limits">How much a process may use.</param>
    /// <param name="problem">Why it does not.</param>
    public static Bubblewrap? TryCreate(ProcessLimits limits, out string problem)
    {
        if (SystemProgram.Find("bwrap") is not { } program)
        {
            problem = "bubblewrap is not installed (apt-get install bubblewrap)";
            return null;
        }
        if (ProcessLimits.Program is null)
        {
            problem = "prlimit is not installed (apt-get install util-linux)";
            return null;
        }
        var sandbox = new Bubblewrap(program, SystemProgram.Find("setpriv"), limits);
        if (sandbox._isRoot && sandbox._setPrivileges is null)
        {
            sandbox.Dispose();
            problem = "setpriv is not installed (apt-get install util-linux)";
            return null;
        }
        if (sandbox.Probe() is not null)
            sandbox._libraries = [.. SystemLibraries.Folders.Where(SystemLibraries.IsFolder)];
        problem = sandbox.Probe() ?? "";
        if (problem.Length == 0)
            return sandbox;
        sandbox.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public bool ProtectsFiles => true;

    /// <inheritdoc/>
    public uint? DrawUser() =>
        _isRoot ? FirstUser + (uint)RandomNumberGenerator.GetInt32(Users) : null;

    /// <inheritdoc/>
    public ProcessStartInfo Enclose(ProcessStartInfo program, SandboxView view)
    {
        _limits.SetVariables(program);
        var start = new ProcessStartInfo(
            _program,
            [
                .. Namespaces(view),
                .. Files(view),
                "--",
                .. Privileges(view),
                .. _limits.Command(countsThreads: true),
                program.FileName,
                .. program.ArgumentList,
            ]
        )
        {
            UseShellExecute = false,
        };
        Variables.Copy(program, start);
        start.Environment["HOME"] = UserList.Home;
        start.Environment["USER"] = UserList.Name;
        start.Environment["PATH"] = "/usr/bin";
        return start;
    }

    /// <inheritdoc/>
    public void Dispose() => _users.Dispose();

    private IEnumerable<string> Namespaces(SandboxView view)
    {
        string[] always =
        [
            "--die-with-parent",
            "--new-session",
            "--unshare-pid",
            "--unshare-ipc",
            "--unshare-uts",
            "--unshare-cgroup-try",
            "--hostname",
            "sandbox",
        ];
        IEnumerable<string> network = view.HasNetwork ? [] : ["--unshare-net"];
        // Root becomes another user by setpriv, which needs the right to; anybody else is nobody in a namespace for users.
        IEnumerable<string> user = _isRoot
            ? ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
            : ["--unshare-user", "--uid", Text(Nobody), "--gid", Text(Nobody)];
        return [.. always, .. network, .. user];
    }

    private IEnumerable<string> Files(SandboxView view)
    {
        string?[] programs = [ProcessLimits.Program, _isRoot ? _setPrivileges : null];
        List<string> shown =
        [
            .. programs.OfType<string>(),
            .. _libraries,
            .. SystemPaths,
            .. Runtime(),
            .. view.Paths.SelectMany(Enterable),
        ];
        List<string> arguments = ["--proc", "/proc", "--dev", "/dev"];
        foreach (var folder in new[] { "/tmp", UserList.Home })
        {
            arguments.AddRange([
                "--perms",
                "1777",
                "--size",
                Text(_limits.TemporaryFiles),
                "--tmpfs",
                folder,
            ]);
        }
        foreach (var folder in SystemLibraries.Folders)
        {
            if (new DirectoryInfo(folder).LinkTarget is { } target)
                arguments.AddRange(["--symlink", target, folder]);
        }
        // What bubblewrap makes itself on the way to a mount only root could enter.
        foreach (var folder in shown.Append(view.Pipe).SelectMany(Parents).Distinct())
            arguments.AddRange(["--perms", "0755", "--dir", folder]);
        foreach (var path in shown)
            arguments.AddRange(["--ro-bind-try", path, path]);
        foreach (var program in Dumpers())
            arguments.AddRange(["--ro-bind", "/dev/null", program]);
        arguments.AddRange(["--ro-bind", _users.File, "/etc/passwd"]);
        if (view.Pipe.Length > 0)
            arguments.AddRange(["--bind", view.Pipe, view.Pipe]);
        return [.. arguments, "--remount-ro", "/", "--chdir", "/tmp"];
    }

    /// <summary>A folder that only its owner may enter is shown by what is in it: the program runs for somebody else.</summary>
    private IEnumerable<string> Enterable(string path) =>
        _isRoot && Directory.Exists(path) && (File.GetUnixFileMode(path) & Others) != Others
            ? Directory.EnumerateFileSystemEntries(path)
            : [path];

    /// <summary>The folders above a path, the outermost first, without the root.</summary>
    private static IEnumerable<string> Parents(string path)
    {
        var parents = new Stack<string>();
        for (
            var folder = Path.GetDirectoryName(path);
            folder is { Length: > 1 };
            folder = Path.GetDirectoryName(folder)
        )
        {
            parents.Push(folder);
        }
        return parents;
    }

    private IEnumerable<string> Privileges(SandboxView view) =>
        view.User is { } user
            ?
            [
                _setPrivileges!,
                "--reuid",
                Text(user),
                "--regid",
                Text(user),
                "--clear-groups",
                "--no-new-privs",
            ]
            : [];

    /// <summary>What programs need of .NET: not the SDK, in which there is a compiler.</summary>
    private static IEnumerable<string> Runtime()
    {
        var root = Path.GetDirectoryName(DotnetHost.Path)!;
        return [DotnetHost.Path, Path.Combine(root, "host"), Path.Combine(root, "shared")];
    }

    /// <summary>The programs of the runtime that write down the memory of a process, with all that it keeps to itself.</summary>
    private static IEnumerable<string> Dumpers() =>
        Directory.EnumerateFiles(
            Path.Combine(Path.GetDirectoryName(DotnetHost.Path)!, "shared"),
            "createdump",
            SearchOption.AllDirectories
        );

    /// <summary>Why a program that does nothing cannot be started inside; <see langword="null"/> when it can.</summary>
    private string? Probe()
    {
        var program = typeof(Bubblewrap).Assembly.Location;
        var start = Enclose(
            DotnetHost.StartInfo(program),
            new SandboxView(
                [AppContext.BaseDirectory, Path.GetDirectoryName(program)!],
                "",
                DrawUser()
            )
        );
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(ProbeLimit))
        {
            process.Kill(entireProcessTree: true);
            return "bubblewrap does not start a program here";
        }
        return process.ExitCode == StartedForNothing
            ? null
            : $"bubblewrap does not work here ({errors.GetAwaiter().GetResult().Trim()})";
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
