using System.Threading.Channels;
using Katas.Harness.Workbook.Memory;

namespace Katas.Harness.Cli.Watch;

/// <summary>
/// Reports that a chapter's C# may have changed. The system's notices come at once; beside them the files' times are looked at now and then,
/// since some folders (of another machine, of a container) give no notice and do not say so.
/// </summary>
internal sealed class FileChanges : IDisposable
{
    /// <summary>An editor saves in several steps: deletes, renames, writes.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan BesideNotices = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WithoutNotices = TimeSpan.FromMilliseconds(250);

    private readonly string _folder;
    private readonly ChannelWriter<WatchEvent> _events;
    private readonly FileSystemWatcher? _watcher;
    private readonly ITimer _quiet;
    private readonly ITimer _poll;
    private readonly Lock _gate = new();
    private string _seen;
    private long _firstNotice;

    public FileChanges(string folder, ChannelWriter<WatchEvent> events)
    {
        (_folder, _events) = (folder, events);
        _seen = Times();
        _quiet = TimeProvider.System.CreateTimer(
            _ => Report(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        _poll = TimeProvider.System.CreateTimer(_ => Poll(), null, BesideNotices, BesideNotices);
        _watcher = TryWatch();
        if (_watcher is null)
            _poll.Change(WithoutNotices, WithoutNotices);
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _poll.Dispose();
        _quiet.Dispose();
    }

    private FileSystemWatcher? TryWatch()
    {
        try
        {
            var watcher = new FileSystemWatcher(_folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => Notice();
            watcher.Created += (_, _) => Notice();
            watcher.Deleted += (_, _) => Notice();
            watcher.Renamed += (_, _) => Notice();
            // It has lost something, or the folder is gone.
            watcher.Error += (_, _) => _poll.Change(WithoutNotices, WithoutNotices);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            // The system has no more notices to give, or the folder is not there.
            return null;
        }
    }

    private void Notice()
    {
        lock (_gate)
        {
            if (_firstNotice == 0)
                _firstNotice = TimeProvider.System.GetTimestamp();
        }
        _quiet.Change(Quiet, Timeout.InfiniteTimeSpan);
    }

    private void Poll()
    {
        if (Times() != _seen)
            Report();
    }

    private void Report()
    {
        long at;
        lock (_gate)
        {
            _seen = Times();
            at = _firstNotice == 0 ? TimeProvider.System.GetTimestamp() : _firstNotice;
            _firstNotice = 0;
        }
        _events.TryWrite(new WatchEvent.FilesTouched(at));
    }

    private string Times()
    {
        try
        {
            return string.Join(
                '|',
                ChapterContent
                    .SourcesOf(_folder)
                    .Select(file => new FileInfo(file))
                    .Select(file =>
                        $"{file.FullName} {file.LastWriteTimeUtc.Ticks} {(file.Exists ? file.Length : 0)}"
                    )
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
