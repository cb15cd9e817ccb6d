using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>A comparison that was asked for. It runs when it is awaited; the test fails when that never happens.</summary>
public sealed class SettingsTask
{
    private readonly Action _compare;
    private Task? _comparison;

    internal SettingsTask(Action compare) => _compare = compare;

    private bool _isAwaited;

    /// <summary>Whether it never ran, or failed as a task that whoever holds it may have dropped.</summary>
    internal bool IsForgotten => _comparison is null || (_comparison.IsFaulted && !_isAwaited);

    /// <summary>The comparison as a task, for a method that returns one.</summary>
    /// <param name="settingsTask">The comparison.</param>
    public static implicit operator Task(SettingsTask settingsTask)
    {
        ArgumentNullException.ThrowIfNull(settingsTask);
        return settingsTask.ToTask();
    }

    /// <summary>The comparison as a task.</summary>
    public Task ToTask() => _comparison ??= Compare();

    /// <summary>Makes the comparison awaitable.</summary>
    public TaskAwaiter GetAwaiter()
    {
        _isAwaited = true;
        return ToTask().GetAwaiter();
    }

    private Task Compare()
    {
        try
        {
            _compare();
            return Task.CompletedTask;
        }
        catch (Exception e)
        {
            return Task.FromException(e);
        }
    }
}
