using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// What a channel gives to those who wait: the real one uses the object behind it again once somebody has had the result, so it may be awaited once.
/// </summary>
internal static class OneUse
{
    private static readonly ConditionalWeakTable<Task, StrongBox<bool>> Used = [];

    /// <summary>A value task of a task, which may be awaited once.</summary>
    public static ValueTask<T> Of<T>(Task<T> task)
    {
        Used.Add(task, new StrongBox<bool>());
        return new(task);
    }

    /// <inheritdoc cref="Of{T}"/>
    public static ValueTask Of(Task task)
    {
        Used.Add(task, new StrongBox<bool>());
        return new(task);
    }

    /// <summary>Somebody awaits it, or makes a task of it.</summary>
    /// <exception cref="InvalidOperationException">Somebody has done so before.</exception>
    public static void Begin<T>(ref ValueTask<T> task) => Begin(Inside<T>.Of(ref task));

    /// <inheritdoc cref="Begin{T}"/>
    public static void Begin(ref ValueTask task) => Begin(Inside.Of(ref task));

    private static void Begin(object? task)
    {
        if (task is not Task used || !Used.TryGetValue(used, out var isUsed))
            return;
        if (isUsed.Value)
            throw new InvalidOperationException(
                "The ValueTask of a channel was awaited before, and what it stands for may be in use for another call by now."
            );
        isUsed.Value = true;
    }

    private static class Inside
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
        public static extern ref object? Of(ref ValueTask task);
    }

    private static class Inside<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
        public static extern ref object? Of(ref ValueTask<T> task);
    }
}
