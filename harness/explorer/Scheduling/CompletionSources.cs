namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Completion sources, of whatever type.</summary>
internal static class CompletionSources
{
    /// <summary>The task of a completion source; <see langword="null"/> when an object is none.</summary>
    public static Task? TaskOf(object value)
    {
        if (value is TaskCompletionSource source)
            return source.Task;
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (
                type.IsGenericType
                && type.GetGenericTypeDefinition() == typeof(TaskCompletionSource<>)
            )
                return (Task?)type.GetProperty(nameof(TaskCompletionSource.Task))!.GetValue(value);
        }
        return null;
    }
}
