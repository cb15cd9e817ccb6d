using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Katas.Corpus;

/// <summary>An ordinary write that something else hands over: who comes to know of the one has seen the other. Each returns whether it came to know, and what it has read.</summary>
public static class MessagePassing
{
    private sealed class Cells
    {
        public int X;
        public int Y;
        public SpinLock Gate = new(enableThreadOwnerTracking: false);
    }

    public static string ByReaderWriterLock(Action<Action[]> together)
    {
        using var gate = new ReaderWriterLockSlim();
        return Handover(
            together,
            s =>
            {
                gate.EnterWriteLock();
                s.Y = 1;
                gate.ExitWriteLock();
            },
            s =>
            {
                gate.EnterReadLock();
                var flag = s.Y;
                gate.ExitReadLock();
                return flag == 1;
            }
        );
    }

    public static string BySpinLock(Action<Action[]> together) =>
        Handover(
            together,
            s =>
            {
                var taken = false;
                s.Gate.Enter(ref taken);
                s.Y = 1;
                s.Gate.Exit();
            },
            s =>
            {
                var taken = false;
                s.Gate.Enter(ref taken);
                var flag = s.Y;
                s.Gate.Exit();
                return flag == 1;
            }
        );

    public static string ByChannel(Action<Action[]> together)
    {
        var channel = Channel.CreateUnbounded<int>();
        return Handover(
            together,
            _ => channel.Writer.TryWrite(1),
            _ => channel.Reader.TryRead(out var _)
        );
    }

    public static string ByBlockingCollection(Action<Action[]> together)
    {
        using var items = new BlockingCollection<int>();
        return Handover(together, _ => items.Add(1), _ => items.TryTake(out var _));
    }

    public static string ByCancellation(Action<Action[]> together)
    {
        using var stop = new CancellationTokenSource();
        return Handover(together, _ => stop.Cancel(), _ => stop.IsCancellationRequested);
    }

    public static string ToAndFromParallel(Action<Action[]> together)
    {
        var (s, there, back) = (new Cells(), 0, 0);
        together([
            () =>
            {
                s.X = 1;
                Parallel.Invoke(() => there = s.X, () => s.Y = 1);
                back = s.Y;
            },
            () => { },
        ]);
        return $"{there}{back}";
    }

    public static string ToATimer(Action<Action[]> together)
    {
        var (s, seen) = (new Cells(), 0);
        using var ended = new ManualResetEventSlim();
        together([
            () =>
            {
                s.X = 1;
                using var timer = new Timer(
                    _ =>
                    {
                        seen = s.X;
                        ended.Set();
                    },
                    null,
                    1,
                    Timeout.Infinite
                );
                ended.Wait();
            },
            () => { },
        ]);
        return $"{seen}";
    }

    private static string Handover(
        Action<Action[]> together,
        Action<Cells> hands,
        Func<Cells, bool> hasCome
    )
    {
        var (s, flag, data) = (new Cells(), false, 0);
        together([
            () =>
            {
                s.X = 1;
                hands(s);
            },
            () =>
            {
                flag = hasCome(s);
                data = s.X;
            },
        ]);
        return $"{(flag ? 1 : 0)}{data}";
    }
}
