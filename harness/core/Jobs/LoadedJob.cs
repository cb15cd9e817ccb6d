using System.Buffers;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Katas.Harness.Jobs;

/// <summary>A job's method, found and ready to be called in this process.</summary>
public abstract class LoadedJob
{
    private protected LoadedJob() { }

    /// <summary>Loads the assembly that a description names, and finds the method in it.</summary>
    /// <param name="method">The description.</param>
    /// <exception cref="FileNotFoundException">The assembly is not there.</exception>
    /// <exception cref="MissingMethodException">The assembly has no such method: it is another build than the submitter's.</exception>
    public static LoadedJob Load(JobMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        var context = JobLoadContext.Of(method.Assembly, method.Folders);
        var type = context.TypeOf(method.Type);
        var found =
            type.GetMethods(
                    BindingFlags.Static
                        | BindingFlags.Instance
                        | BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.DeclaredOnly
                )
                .FirstOrDefault(candidate => candidate.ToString() == method.Method)
            ?? throw new MissingMethodException(
                $"'{method.Assembly}' has no method '{method.Method}' in '{method.Type}'. Worker and submitter run different builds: build again and start both."
            );
        if (method.TypeArguments.Count > 0)
            found = found.MakeGenericMethod([.. method.TypeArguments.Select(context.TypeOf)]);

        var argument = context.TypeOf(method.Argument);
        var result = context.TypeOf(method.Result);
        // A lambda that captures nothing is an instance method of an object without state, so any instance will do.
        var target = found.IsStatic ? null : RuntimeHelpers.GetUninitializedObject(type);
        var call = found.CreateDelegate(
            typeof(Func<,,>).MakeGenericType(argument, typeof(CancellationToken), result),
            target
        );
        return (LoadedJob)
            Activator.CreateInstance(typeof(TypedJob<,>).MakeGenericType(argument, result), call)!;
    }

    /// <summary>A job of this process's own.</summary>
    /// <typeparam name="TArgument">What the job is given.</typeparam>
    /// <typeparam name="TResult">What the job makes.</typeparam>
    /// <param name="job">The job.</param>
    public static LoadedJob Of<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job
    ) => new TypedJob<TArgument, TResult>(job);

    /// <summary>Runs the job once.</summary>
    /// <param name="argument">The argument as JSON.</param>
    /// <param name="cancellationToken">Handed to the job.</param>
    /// <returns>The result as JSON.</returns>
    /// <exception cref="JsonException">The argument is not what the job takes.</exception>
    public abstract byte[] Run(ReadOnlySpan<byte> argument, CancellationToken cancellationToken);

    /// <summary>Runs the job for each element of a JSON array, in order.</summary>
    /// <param name="arguments">The arguments as a JSON array.</param>
    /// <param name="results">Where the results go, as a JSON array; complete even when the job throws, with the results until then.</param>
    /// <param name="afterEach">Called after each element.</param>
    /// <param name="cancellationToken">Handed to the job, and looked at before each element.</param>
    public abstract void RunAll(
        ReadOnlySpan<byte> arguments,
        IBufferWriter<byte> results,
        Action afterEach,
        CancellationToken cancellationToken
    );
}
