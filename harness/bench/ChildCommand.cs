using System.Diagnostics;

namespace Katas.Harness.Bench;

/// <summary>Another program that ran to its end. Red katas are no error here, so nobody but the caller judges the exit code.</summary>
/// <param name="ExitCode">The program's exit code.</param>
/// <param name="Output">What it wrote to standard output and standard error.</param>
internal sealed record ChildCommand(int ExitCode, string Output)
{
    /// <summary>Runs a program and waits for it.</summary>
    /// <param name="program">The program, for example <c>dotnet</c>.</param>
    /// <param name="folder">Its working folder.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends it, with every process that it has started.</param>
    /// <param name="packages">The NuGet cache to use instead of the user's.</param>
    /// <exception cref="OperationCanceledException">It was ended before it was done.</exception>
    public static async Task<ChildCommand> Run(
        string program,
        string folder,
        string[] arguments,
        CancellationToken cancellationToken,
        string? packages = null
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What MSBuild says to this program is not meant for another checkout, which may have another SDK.
        foreach (var name in start.Environment.Keys.Where(IsOfMSBuild).ToList())
            start.Environment.Remove(name);
        if (packages is not null)
            start.Environment["NUGET_PACKAGES"] = packages;

        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await Task.WhenAll(output, errors, process.WaitForExitAsync(cancellationToken))
                .ConfigureAwait(false);
            return new(
                process.ExitCode,
                await output.ConfigureAwait(false) + await errors.ConfigureAwait(false)
            );
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static bool IsOfMSBuild(string variable) =>
        variable.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase);
}
