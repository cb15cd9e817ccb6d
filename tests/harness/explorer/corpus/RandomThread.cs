using System.Collections.Immutable;

namespace Katas.Corpus;

/// <summary>One thread of a <see cref="RandomProgram"/>.</summary>
internal sealed class RandomThread(ImmutableArray<RandomStep> steps, RandomMemory memory, int me)
{
    private readonly ImmutableArray<RandomStep> _steps = steps;

    /// <summary>How many scheduling points a step has.</summary>
    public static int SchedulingPoints(RandomStep step) =>
        step switch
        {
            RandomStep.ChangeA or RandomStep.TakeASlotIfOneIsFree => 2,
            RandomStep.Pulse
            or RandomStep.TakeASlot
            or RandomStep.WaitForTheEventLocked
            or RandomStep.SpinUntilCIsSet
            or RandomStep.WaitForAnyHandle => 3,
            RandomStep.LockOneTwice => 6,
            RandomStep.ChangeBLocked
            or RandomStep.UseTheMutex
            or RandomStep.WaitForAllHandlesForAWhile
            or RandomStep.ChangeAIfTheLockIsFree
            or RandomStep.ReadCAndPulseAll
            or RandomStep.WaitForAWhile
            or RandomStep.WaitForAPulse
            or RandomStep.LockOneThenTheOther
            or RandomStep.LockTheOtherThenOne => 4,
            _ => 1,
        };

    public void Run()
    {
        foreach (var step in _steps)
            Take(step);
    }

    private void Take(RandomStep step)
    {
        switch (step)
        {
            case RandomStep.ReadA:
                memory.See(me, memory.A);
                break;
            case RandomStep.ChangeA:
                memory.A = memory.A * 3 + me + 1;
                break;
            case RandomStep.ReadB:
                memory.See(me, memory.B);
                break;
            case RandomStep.WriteB:
                memory.B = me + 1;
                break;
            case RandomStep.ReadElement:
                memory.See(me, memory.Elements[me % 2]);
                break;
            case RandomStep.WriteElement:
                memory.Elements[(me + 1) % 2] = me + 1;
                break;
            case RandomStep.ReverseElements:
                Array.Reverse(memory.Elements);
                break;
            case RandomStep.FindAnElement:
                memory.See(me, Array.IndexOf(memory.Elements, 1));
                break;
            case RandomStep.IncrementC:
                memory.See(me, Interlocked.Increment(ref memory.C));
                break;
            case RandomStep.CompareAndExchangeC:
                memory.See(me, Interlocked.CompareExchange(ref memory.C, 7, 1));
                break;
            case RandomStep.SpinUntilCIsSet:
                while (Volatile.Read(ref memory.C) == 0) { }
                break;
            case RandomStep.ReadBVolatile:
                memory.See(me, Volatile.Read(ref memory.B));
                break;
            case RandomStep.WriteBVolatile:
                Volatile.Write(ref memory.B, me + 5);
                break;
            case RandomStep.Fence:
                Interlocked.MemoryBarrier();
                break;
            default:
                Synchronise(step);
                break;
        }
    }

    private void Synchronise(RandomStep step)
    {
        switch (step)
        {
            case RandomStep.ChangeBLocked:
                lock (memory.One)
                    memory.B = memory.B * 2 + me;
                break;
            case RandomStep.ChangeAIfTheLockIsFree:
                if (!Monitor.TryEnter(memory.One))
                {
                    memory.See(me, -1);
                    break;
                }
                memory.A += 5;
                Monitor.Exit(memory.One);
                break;
            case RandomStep.ReadCAndPulseAll:
                lock (memory.One)
                {
                    memory.See(me, memory.C);
                    Monitor.PulseAll(memory.One);
                }
                break;
            case RandomStep.Pulse:
                lock (memory.One)
                    Monitor.Pulse(memory.One);
                break;
            case RandomStep.WaitForAWhile:
                lock (memory.One)
                    memory.See(me, Monitor.Wait(memory.One, 1) ? 1 : 0);
                break;
            case RandomStep.WaitForAPulse:
                lock (memory.One)
                    Monitor.Wait(memory.One);
                break;
            case RandomStep.TakeASlot:
                memory.Slots.Wait();
                memory.See(me, memory.C);
                memory.Slots.Release();
                break;
            case RandomStep.TakeASlotIfOneIsFree:
                memory.See(me, memory.Slots.Wait(0) ? memory.Slots.Release() : -2);
                break;
            case RandomStep.SetTheEvent:
                memory.Event.Set();
                break;
            case RandomStep.WaitForTheEvent:
                memory.Event.WaitOne();
                break;
            case RandomStep.WaitForTheEventLocked:
                lock (memory.One)
                    memory.Event.WaitOne();
                break;
            case RandomStep.LockOneTwice:
                lock (memory.One)
                {
                    lock (memory.One)
                        memory.B = memory.B * 3 + me;
                }
                break;
            case RandomStep.SetTheSign:
                memory.Sign.Set();
                break;
            case RandomStep.ResetTheSign:
                memory.Sign.Reset();
                break;
            case RandomStep.WaitForTheSign:
                memory.Sign.WaitOne();
                break;
            case RandomStep.Answer:
                memory.See(me, memory.Answer.TrySetResult() ? 1 : 0);
                break;
            case RandomStep.WaitForTheAnswer:
                memory.Answer.Task.Wait();
                break;
            case RandomStep.WaitForAnyHandle:
                memory.See(me, WaitHandle.WaitAny([memory.Event, memory.Sign]));
                break;
            case RandomStep.WaitForAllHandlesForAWhile:
                if (WaitHandle.WaitAll([memory.Event, memory.Mutex], 1))
                    memory.Mutex.ReleaseMutex();
                else
                    memory.See(me, -3);
                break;
            case RandomStep.UseTheMutex:
                memory.Mutex.WaitOne();
                memory.B += 7;
                memory.Mutex.ReleaseMutex();
                break;
            case RandomStep.LockOneThenTheOther:
                lock (memory.One)
                {
                    lock (memory.Other)
                        memory.See(me, 1);
                }
                break;
            case RandomStep.LockTheOtherThenOne:
                lock (memory.Other)
                {
                    lock (memory.One)
                        memory.See(me, 2);
                }
                break;
        }
    }
}
