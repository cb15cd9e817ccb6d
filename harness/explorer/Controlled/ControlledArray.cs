using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for the members of <see cref="Array"/> that replace what a reference points to, and for those that copy or fill elements, a step for each element.</summary>
[Controls(typeof(Array))]
internal static class ControlledArray
{
    /// <summary>Reads the reference and every item that is kept, and only then writes the reference: others come between.</summary>
    public static void Resize<T>(ref T[]? array, int newSize, int site)
    {
        if (newSize < 0 || !SchedulingPoints.IsExplored(out _, out _))
        {
            Array.Resize(ref array, newSize);
            return;
        }
        References.Read(ref array, site);
        var old = SchedulingPoints.Loaded(array);
        if (old?.Length == newSize)
            return;
        var copy = new T[newSize];
        for (var i = 0; i < Math.Min(newSize, old?.Length ?? 0); i++)
        {
            SchedulingPoints.ReadElement(old, i, site);
            copy[i] = SchedulingPoints.Loaded(old![i]);
        }
        References.Write(ref array, site);
        array = copy;
    }

    public static void Copy(Array sourceArray, Array destinationArray, int length, int site)
    {
        if (AreSteps(sourceArray, length) && AreSteps(destinationArray, length))
            Write(Read(sourceArray, 0, length, site), destinationArray, 0, site);
        else
        {
            UseBoth(sourceArray, destinationArray, site);
            Array.Copy(sourceArray, destinationArray, length);
        }
    }

    public static void Copy(
        Array sourceArray,
        int sourceIndex,
        Array destinationArray,
        int destinationIndex,
        int length,
        int site
    )
    {
        if (
            AreSteps(sourceArray, length, sourceIndex)
            && AreSteps(destinationArray, length, destinationIndex)
        )
            Write(
                Read(sourceArray, sourceIndex, length, site),
                destinationArray,
                destinationIndex,
                site
            );
        else
        {
            UseBoth(sourceArray, destinationArray, site);
            Array.Copy(sourceArray, sourceIndex, destinationArray, destinationIndex, length);
        }
    }

    public static void CopyTo(Array source, Array array, int index, int site)
    {
        if (
            source is not null
            && AreSteps(source, source.Length)
            && AreSteps(array, source.Length, index)
        )
            Write(Read(source, 0, source.Length, site), array, index, site);
        else
        {
            UseBoth(source, array, site);
            source!.CopyTo(array, index);
        }
    }

    public static object Clone(Array source, int site)
    {
        if (source is not null && AreSteps(source, source.Length))
            return Read(source, 0, source.Length, site);
        SchedulingPoints.ObserveArray(source, site);
        return source!.Clone();
    }

    public static void Clear(Array array, int site)
    {
        if (array is not null && AreSteps(array, array.Length))
            Write(Empty(array, array.Length), array, 0, site);
        else
        {
            SchedulingPoints.ChangeArray(array, site);
            Array.Clear(array!);
        }
    }

    public static void Clear(Array array, int index, int length, int site)
    {
        if (AreSteps(array, length, index))
            Write(Empty(array, length), array, index, site);
        else
        {
            SchedulingPoints.ChangeArray(array, site);
            Array.Clear(array, index, length);
        }
    }

    public static void Fill<T>(T[] array, T value, int site)
    {
        if (array is null || !AreSteps(array, array.Length))
        {
            SchedulingPoints.ChangeArray(array, site);
            Array.Fill(array!, value);
            return;
        }
        for (var i = 0; i < array.Length; i++)
        {
            SchedulingPoints.WriteElementByCall(array, i, site);
            array[i] = value;
        }
    }

    /// <summary>Reads every element of an array that the framework is given.</summary>
    public static void ReadAll(Array array, int site)
    {
        if (!AreSteps(array, array.Length))
        {
            SchedulingPoints.ObserveArray(array, site);
            return;
        }
        for (var i = 0; i < array.Length; i++)
            SchedulingPoints.ReadElementByCall(array, i, site);
    }

    /// <summary>One step for the whole of each array, where a step for each element would be too many.</summary>
    private static void UseBoth(Array? source, Array? destination, int site)
    {
        SchedulingPoints.ObserveArray(source, site);
        SchedulingPoints.ChangeArray(destination, site);
    }

    private static bool AreSteps(Array? array, int length, int start = 0) =>
        array is { Rank: 1 }
        && array.GetLowerBound(0) == 0
        && start >= 0
        && length is >= 0 and <= UnfollowedUses.MostElements
        && length <= array.Length - start
        && SchedulingPoints.IsExplored(out _, out _);

    private static Array Read(Array source, int start, int length, int site)
    {
        var copy = Empty(source, length);
        for (var i = 0; i < length; i++)
        {
            SchedulingPoints.ReadElementByCall(source, start + i, site);
            Array.Copy(source, start + i, copy, i, 1);
        }
        return copy;
    }

    private static void Write(Array values, Array destination, int start, int site)
    {
        for (var i = 0; i < values.Length; i++)
        {
            SchedulingPoints.WriteElementByCall(destination, start + i, site);
            Array.Copy(values, i, destination, start + i, 1);
        }
    }

    private static Array Empty(Array like, int length) =>
        Array.CreateInstance(like.GetType().GetElementType()!, length);
}
