using System.Reflection;
using System.Runtime.CompilerServices;

namespace Katas.Harness.Jobs;

/// <summary>
/// Where a job's method is found: what another process, on this machine or on one with the same files, needs to call it. Plain strings,
/// so that it travels as JSON.
/// </summary>
public sealed record JobMethod
{
    /// <summary>The full path of the assembly that declares the method.</summary>
    public required string Assembly { get; init; }

    /// <summary>The full name of the type that declares it.</summary>
    public required string Type { get; init; }

    /// <summary>The method as reflection writes it, which tells overloads apart: <c>Boolean IsPrime(Int64, System.Threading.CancellationToken)</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The assembly-qualified names of a generic method's type arguments; none for any other method.</summary>
    public IReadOnlyList<string> TypeArguments { get; init; } = [];

    /// <summary>The assembly-qualified name of the argument's type.</summary>
    public required string Argument { get; init; }

    /// <summary>The assembly-qualified name of the result's type.</summary>
    public required string Result { get; init; }

    /// <summary>Folders in which the assembly's dependencies may lie, besides its own.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Describes a static method, or a lambda that captures nothing.</summary>
    /// <typeparam name="TArgument">What the job is given.</typeparam>
    /// <typeparam name="TResult">What the job makes.</typeparam>
    /// <param name="job">The job.</param>
    /// <exception cref="ArgumentException">The job cannot leave this process; the message says why, and what to do.</exception>
    public static JobMethod Of<TArgument, TResult>(Func<TArgument, CancellationToken, TResult> job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var method = job.Method;
        if (WhyNot(job, typeof(TArgument), typeof(TResult)) is { } reason)
            throw new ArgumentException(reason, nameof(job));
        var definition = method.IsGenericMethod ? method.GetGenericMethodDefinition() : method;
        return new JobMethod
        {
            Assembly = method.Module.Assembly.Location,
            Type = method.DeclaringType!.FullName!,
            Method = definition.ToString()!,
            TypeArguments =
            [
                .. method.GetGenericArguments().Select(type => type.AssemblyQualifiedName!),
            ],
            Argument = typeof(TArgument).AssemblyQualifiedName!,
            Result = typeof(TResult).AssemblyQualifiedName!,
            Folders = LoadedFolders.All(),
        };
    }

    /// <summary>Whether a job is one method that needs no object: a static method, or a lambda that captures nothing.</summary>
    /// <param name="job">The job.</param>
    public static bool CapturesNothing(Delegate job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.HasSingleTarget
            && (job.Target is not { } target || IsCompilersHolder(target.GetType()));
    }

    private static string? WhyNot(Delegate job, Type argument, Type result)
    {
        var name = $"{job.Method.DeclaringType?.Name}.{job.Method.Name}";
        if (job.GetInvocationList().Length > 1)
            return "The job is several methods in one delegate. Hand over one method.";
        if (job.Target is { } target && !IsCompilersHolder(target.GetType()))
        {
            return IsCompilers(target.GetType())
                ? "The job is a lambda that captures variables, which stay in this process: a worker process would not see them. Make it a static method (or a static lambda) and hand over what it needs as its argument."
                : $"The job {name} belongs to an object, which stays in this process. Make it a static method and hand over what it needs as its argument.";
        }
        if (job.Method.DeclaringType is null || job.Method.Module.Assembly.Location.Length == 0)
            return $"The job {name} is in an assembly that was loaded from memory, so a worker process cannot load it. Build it into a file.";
        if (IsTask(result))
            return $"The job {name} returns a {result.Name}, which cannot travel between processes. Return the value itself: the worker process waits for it.";
        if (JobJson.WhyNot(argument) is { } unwritable)
            return $"The job {name} takes what cannot travel between processes. {unwritable}";
        if (JobJson.WhyNot(result) is { } unreadable)
            return $"The job {name} returns what cannot travel between processes. {unreadable}";
        return null;
    }

    private static bool IsTask(Type type) =>
        typeof(Task).IsAssignableFrom(type)
        || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static bool IsCompilers(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    /// <summary>The compiler makes a lambda that captures nothing a method of one shared object without fields.</summary>
    private static bool IsCompilersHolder(Type type) =>
        IsCompilers(type)
        && type.GetFields(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
        ).Length == 0;
}
