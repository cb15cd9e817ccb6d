namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Progress{T}"/>, which calls back on the context that it was made on, or on the pool.</summary>
[Controls(typeof(Progress<>))]
internal static class ControlledProgress
{
    public static Progress<T> New<T>(int site) =>
        SchedulingPoints.IsExplored(out _, out _) ? new Posting<T>(null, site) : new Progress<T>();

    public static Progress<T> New<T>(Action<T> handler, int site) =>
        handler is not null && SchedulingPoints.IsExplored(out _, out _)
            ? new Posting<T>(handler, site)
            : new Progress<T>(handler!);

    public static void add_ProgressChanged<T>(
        Progress<T> progress,
        EventHandler<T>? value,
        int site
    )
    {
        if (progress is Posting<T> posting)
            posting.Changed += value;
        else
            progress.ProgressChanged += value;
    }

    public static void remove_ProgressChanged<T>(
        Progress<T> progress,
        EventHandler<T>? value,
        int site
    )
    {
        if (progress is Posting<T> posting)
            posting.Changed -= value;
        else
            progress.ProgressChanged -= value;
    }

    private sealed class Posting<T>(Action<T>? handler, int site) : Progress<T>
    {
        private readonly SynchronizationContext? _context =
            ControlledSynchronizationContext.get_Current(site);

        public EventHandler<T>? Changed { get; set; }

        protected override void OnReport(T value)
        {
            if (handler is null && Changed is null)
                return;
            if (_context is null)
                ControlledThreadPool.QueueUserWorkItem(_ => Invoke(value), null, site);
            else
                ControlledSynchronizationContext.Post(_context, _ => Invoke(value), null, site);
        }

        private void Invoke(T value)
        {
            handler?.Invoke(value);
            Changed?.Invoke(this, value);
        }
    }
}
