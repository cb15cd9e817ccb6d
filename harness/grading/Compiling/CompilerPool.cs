using System.Collections.Concurrent;
using Katas.Harness.Grading.Sandbox;
using Katas.Harness.Machines;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Compiling;

/// <summary>Compiler processes, as many as there are processors; one that is lost is replaced.</summary>
internal sealed class CompilerPool(WorkbookPaths paths, ISandbox sandbox) : IAsyncDisposable
{
    /// <summary>On a busy machine a second of the processor takes many by the clock.</summary>
    private const int ClockPerProcessor = 10;

    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);
    private readonly ConcurrentBag<CompilerProcess> _idle = [];

    /// <summary>What a compiler reads: the workbook, and the packages and the framework that chapters refer to. No answer's code runs there.</summary>
    private IReadOnlyList<string> Paths { get; } =
    [
        paths.Root,
        AppContext.BaseDirectory,
        Path.GetDirectoryName(typeof(CompilerPool).Assembly.Location)!,
        Path.Combine(Path.GetDirectoryName(DotnetHost.Path)!, "packs"),
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
                ".nuget",
                "packages"
            ),
    ];

    public async Task<CompileReply> Compile(
        CompileRequest request,
        CancellationToken cancellationToken
    )
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                if (!_idle.TryTake(out var process))
                {
                    process = await CompilerProcess
                        .Start(sandbox, Paths, cancellationToken)
                        .ConfigureAwait(false);
                }
                var wasUsed = process.IsUsed;
                if (
                    await Compile(process, request, cancellationToken).ConfigureAwait(false) is
                    { } reply
                )
                    return reply;
                // After other answers a process may be near its limits; only in a fresh one it is this answer that has crashed it.
                if (!wasUsed)
                {
                    return CompileReply.Failed(
                        "The compiler crashed. Look for expressions that are nested very deeply."
                    );
                }
            }
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<CompileReply?> Compile(
        CompilerProcess process,
        CompileRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await process
                .Compile(request, request.Limit * ClockPerProcessor, cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            if (process.IsLost)
                await process.DisposeAsync().ConfigureAwait(false);
            else
                _idle.Add(process);
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var process))
            await process.DisposeAsync().ConfigureAwait(false);
        _places.Dispose();
    }
}
