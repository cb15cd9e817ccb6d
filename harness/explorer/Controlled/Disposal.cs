using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Disposing of a synchronisation object is a step: what others do with it comes before or after.</summary>
internal static class Disposal
{
    public static void Of(IDisposable? disposable, int site)
    {
        switch (disposable)
        {
            case CancellationTokenSource source:
                ControlledCancellationTokenSource.Dispose(source, site);
                return;
            case SemaphoreSlim:
                Primitive.Dispose(disposable, LocationKind.Semaphore, site);
                break;
            case ManualResetEventSlim:
                Primitive.Dispose(disposable, LocationKind.Event, site);
                break;
            case CountdownEvent:
                Primitive.Dispose(disposable, LocationKind.Countdown, site);
                break;
            case Barrier:
                Primitive.Change(disposable, LocationKind.Barrier, "disposes of", site);
                break;
            case Mutex:
                Primitive.Change(disposable, LocationKind.Mutex, "disposes of", site);
                break;
            case ManualResetEvent handle
                when SchedulingPoints.IsExplored(out var execution, out var fiber):
                execution.Step(
                    fiber,
                    new(
                        OperationKind.Write,
                        Handles.Of(execution, handle),
                        site,
                        null,
                        "disposes of"
                    )
                );
                break;
            case EventWaitHandle:
                Primitive.Change(disposable, LocationKind.Event, "disposes of", site);
                break;
            case Semaphore:
                Primitive.Change(disposable, LocationKind.Semaphore, "disposes of", site);
                break;
            case Timer timer:
                ControlledTimer.Dispose(timer, site);
                return;
            case PeriodicTimer timer:
                ControlledPeriodicTimer.Dispose(timer, site);
                return;
            case ReaderWriterLockSlim gate:
                ControlledReaderWriterLockSlim.Dispose(gate, site);
                return;
            case Task:
                Tasks.Observe("disposes of a task", site);
                break;
            default:
                if (disposable is not null)
                    Unmodelled.Change(disposable, site);
                break;
        }
        disposable!.Dispose();
    }
}
