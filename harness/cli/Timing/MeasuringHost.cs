using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text.Json;
using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>Measures a chapter's workloads in a process that does nothing else, and sends the figures to the process that started it.</summary>
internal static class MeasuringHost
{
    public static async Task<int> Run(string pipeName, string assembly, ComparisonOptions options)
    {
        // Ctrl+C at a terminal reaches this process as well; it waits for the request of its parent instead.
        using var interrupt = PosixSignalRegistration.Create(
            PosixSignal.SIGINT,
            signal => signal.Cancel = true
        );
        var pipe = new NamedPipeClientStream(
            ".",
            pipeName,
            PipeDirection.InOut,
            PipeOptions.Asynchronous
        );
        await using var pipeDisposal = pipe.ConfigureAwait(false);
        await pipe.ConnectAsync(TimeSpan.FromSeconds(30), CancellationToken.None)
            .ConfigureAwait(false);
        using var stop = new CancellationTokenSource();
        _ = CancelOnRequest(pipe, stop);

        var messages = new Messages(pipe);
        foreach (var workload in Load(assembly))
        {
            if (stop.IsCancellationRequested)
                break;
            await Measure(workload, options, messages, stop.Token).ConfigureAwait(false);
        }
        messages.Send(new MeasureMessage(MeasureMessage.End));
        return 0;
    }

    private static async Task Measure(
        IWorkload workload,
        ComparisonOptions options,
        Messages messages,
        CancellationToken stop
    )
    {
        try
        {
            var observer = new Observer(workload.Title, messages);
            var measured = await Comparison
                .Run(workload, options, observer, stop)
                .ConfigureAwait(false);
            messages.Send(
                new MeasureMessage(MeasureMessage.Done, workload.Title) { Measured = measured }
            );
        }
        catch (Exception e)
        {
            messages.Send(
                new MeasureMessage(MeasureMessage.Failed, workload.Title)
                {
                    Failure = KataFailure.Of(e),
                }
            );
        }
    }

    private static IEnumerable<IWorkload> Load(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var file = Path.Combine(folder, $"{name.Name}.dll");
            return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };
        return
        [
            .. AssemblyLoadContext
                .Default.LoadFromAssemblyPath(path)
                .GetTypes()
                .Where(type =>
                    type is { IsPublic: true, IsAbstract: false }
                    && type.IsAssignableTo(typeof(IWorkload))
                )
                .OrderBy(type => type.Name, StringComparer.Ordinal)
                .Select(type => (IWorkload)Activator.CreateInstance(type)!),
        ];
    }

    /// <summary>A line is the request to stop. The end of the stream means that the parent has ended, so nobody would read the rest.</summary>
    private static async Task CancelOnRequest(Stream pipe, CancellationTokenSource stop)
    {
        using var reader = new StreamReader(pipe, leaveOpen: true);
        var line = await reader.ReadLineAsync().ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        if (line is null)
            Environment.Exit(ExitCodes.Cancelled);
    }

    private sealed class Observer(string title, Messages messages) : IComparisonObserver
    {
        public void WarmingUp(Variant variant) =>
            messages.Send(
                new MeasureMessage(MeasureMessage.WarmingUp, title, variant.Name, variant.Workers)
            );

        public void RoundDone(Measurements soFar) =>
            messages.Send(new MeasureMessage(MeasureMessage.Round, title) { Measured = soFar });
    }

    private sealed class Messages(Stream pipe)
    {
        public void Send(MeasureMessage message)
        {
            pipe.Write([.. JsonSerializer.SerializeToUtf8Bytes(message), (byte)'\n']);
            pipe.Flush();
        }
    }
}
