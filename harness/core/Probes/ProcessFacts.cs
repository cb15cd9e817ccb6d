using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Katas.Harness.Probes;

/// <summary>What the system says of a running process.</summary>
/// <param name="ParentId">The id of its parent.</param>
/// <param name="Started">When it started, in the system's own unit; to be compared only.</param>
internal sealed partial record ProcessFacts(int ParentId, long Started)
{
    /// <summary>Asks the system; <see langword="null"/> when there is no such process, or only its exit code is left.</summary>
    public static ProcessFacts? Read(int id)
    {
        if (OperatingSystem.IsLinux())
            return ReadLinux(id);
        if (OperatingSystem.IsMacOS())
            return ReadMac(id);
        if (OperatingSystem.IsWindows())
            return ReadWindows(id);
        throw new PlatformNotSupportedException(
            "Processes can be watched on Linux, macOS and Windows."
        );
    }

    /// <summary>The line of <c>/proc/ID/stat</c>: see <c>man 5 proc_pid_stat</c>.</summary>
    internal static ProcessFacts? ParseStat(string stat)
    {
        // The second field is the name in brackets, which may itself hold spaces and brackets.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        const int state = 3 - 3;
        const int parent = 4 - 3;
        const int startTime = 22 - 3;
        return fields[state] is "Z" or "X" or "x"
            ? null
            : new ProcessFacts(
                int.Parse(fields[parent], CultureInfo.InvariantCulture),
                long.Parse(fields[startTime], CultureInfo.InvariantCulture)
            );
    }

    private static ProcessFacts? ReadLinux(int id)
    {
        try
        {
            return ParseStat(
                File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"))
            );
        }
        // A process that ends while its file is read gives "No such process".
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ProcessFacts? ReadMac(int id)
    {
        const int taskInfo = 3; // PROC_PIDTBSDINFO
        const uint zombie = 5; // SZOMB
        // struct proc_bsdinfo of sys/proc_info.h: status at 4, parent at 16, start in seconds at 120 and microseconds at 128.
        Span<byte> info = stackalloc byte[136];
        if (ProcPidInfo(id, taskInfo, 0, info, info.Length) != info.Length)
            return null;
        if (MemoryMarshal.Read<uint>(info[4..]) == zombie)
            return null;
        var seconds = MemoryMarshal.Read<long>(info[120..]);
        var microseconds = MemoryMarshal.Read<long>(info[128..]);
        return new ProcessFacts(
            MemoryMarshal.Read<int>(info[16..]),
            seconds * 1_000_000 + microseconds
        );
    }

    private static ProcessFacts? ReadWindows(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            // PROCESS_BASIC_INFORMATION: six fields of a pointer's size, the last is the parent's id.
            Span<nint> info = stackalloc nint[6];
            var status = NtQueryInformationProcess(
                process.SafeHandle.DangerousGetHandle(),
                0,
                info,
                info.Length * IntPtr.Size,
                out _
            );
            return status != 0 || process.HasExited
                ? null
                : new ProcessFacts((int)info[5], process.StartTime.ToFileTimeUtc());
        }
        catch (Exception e)
            when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    [LibraryImport("libproc", EntryPoint = "proc_pidinfo")]
    private static partial int ProcPidInfo(
        int id,
        int flavor,
        ulong argument,
        Span<byte> buffer,
        int size
    );

    [LibraryImport("ntdll")]
    private static partial int NtQueryInformationProcess(
        IntPtr handle,
        int kind,
        Span<nint> information,
        int length,
        out int returned
    );
}
