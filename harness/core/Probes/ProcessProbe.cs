using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Katas.Harness.Probes;

/// <summary>
/// Watches one process from outside: who its parent is, whether it is there, how it ended. A process is known by its id and the moment it
/// started, since ids are used again. One that has ended but was not yet collected by its parent (a zombie) counts as gone.
/// </summary>
public sealed class ProcessProbe
{
    private readonly Process? _process;
    private readonly TimeSpan? _limit;
    private readonly long? _started;

    private ProcessProbe(int id, Process? process, TimeSpan? limit)
    {
        Id = id;
        _process = process;
        _limit = limit;
        var facts = ProcessFacts.Read(id);
        _started = facts?.Started;
        ParentId = facts?.ParentId;
    }

    /// <summary>The process's id.</summary>
    public int Id { get; }

    /// <summary>The id of the process that was its parent when the probe was made; <see langword="null"/> when it was gone by then.</summary>
    public int? ParentId { get; }

    /// <summary>Whether it runs.</summary>
    public bool IsAlive => _started is not null && ProcessFacts.Read(Id)?.Started == _started;

    /// <summary>What it ended with; <see langword="null"/> while it runs, or when only another process (its parent) can know.</summary>
    public int? ExitCode
    {
        get
        {
            try
            {
                return _process is { HasExited: true } ? _process.ExitCode : null;
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception)
            {
                return null;
            }
        }
    }

    /// <summary>Watches a process by its id; its exit code will not be known.</summary>
    /// <param name="id">The process's id.</param>
    /// <param name="limit">How long <see cref="WaitUntilGone"/> waits; without it, a few seconds.</param>
    public static ProcessProbe Watch(int id, TimeSpan? limit = null) => new(id, null, limit);

    /// <summary>Watches a process that this program has started.</summary>
    /// <param name="process">The process.</param>
    /// <param name="limit">How long <see cref="WaitUntilGone"/> waits; without it, a few seconds.</param>
    public static ProcessProbe Watch(Process process, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(process);
        return new(process.Id, process, limit);
    }

    /// <summary>Watches every process whose parent is the given one, now.</summary>
    /// <param name="parentId">The parent's id, for example <see cref="Environment.ProcessId"/>.</param>
    /// <param name="limit">How long their <see cref="WaitUntilGone"/> waits; without it, a few seconds.</param>
    public static IReadOnlyList<ProcessProbe> ChildrenOf(int parentId, TimeSpan? limit = null)
    {
        var children = new List<ProcessProbe>();
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                var probe = Watch(process.Id, limit);
                if (probe.ParentId == parentId && probe.IsAlive)
                    children.Add(probe);
            }
        }
        return children;
    }

    /// <summary>Waits until the process is gone.</summary>
    /// <exception cref="ProbeException">It is still there.</exception>
    public Task WaitUntilGone() =>
        // A process that is not a child of ours gives no signal when it ends, so it has to be looked at again and again.
        Waiter.Poll(
            () => !IsAlive,
            _limit,
            () =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"process {Id} (a child of process {ParentId}) to be gone: it still runs. Look at who should have ended it, and whether its standard input was closed."
                )
        );

    /// <summary>The process in words.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"process {Id} (parent {ParentId}, {(IsAlive ? "alive" : "gone")})"
        );
}
