using System.Collections.Immutable;

namespace Katas.Corpus;

/// <summary>What the threads of a <see cref="RandomProgram"/> share.</summary>
internal sealed class RandomMemory(int threads)
{
    public readonly object One = new();
    public readonly Lock Other = new();
    public readonly SemaphoreSlim Slots = new(1);
    public readonly AutoResetEvent Event = new(false);
    public readonly ManualResetEvent Sign = new(false);
    public readonly TaskCompletionSource Answer = new();
    public readonly Mutex Mutex = new();
    public readonly int[] Elements = new int[2];
    public int A;
    public int B;
    public int C;

    private readonly ImmutableArray<UnseenText> _seen =
    [
        .. Enumerable.Range(0, threads).Select(_ => new UnseenText()),
    ];

    public void See(int thread, int value) => _seen[thread].Add(value);

    public override string ToString() =>
        $"A {A}, B {B}, C {C}, elements {Elements[0]} {Elements[1]}, seen{string.Join(" /", _seen)}";
}
