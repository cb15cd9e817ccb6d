namespace Katas.Harness.Explorer.Scheduling;

/// <summary>The numbers that stand for locations that are not fields.</summary>
internal static class LocationKind
{
    public const int Element = -1;
    public const int Monitor = -2;
    public const int Lock = -3;
    public const int Thread = -4;
    public const int Semaphore = -5;
    public const int Event = -6;
    public const int Countdown = -7;
    public const int Barrier = -8;
    public const int Lazy = -9;
    public const int Task = -10;
    public const int Collection = -11;
    public const int Mutex = -12;
    public const int Test = -13;
    public const int Channel = -14;
    public const int ReaderWriterLock = -15;
    public const int Unmodelled = -16;
    public const int Timer = -17;
    public const int Parallel = -18;
    public const int History = -19;
    public const int Interrupt = -20;
    public const int Registration = -21;
    public const int StaticConstructor = -22;
}
