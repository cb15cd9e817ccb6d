namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for the members of <see cref="Array"/> that replace what a reference points to.</summary>
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
}
