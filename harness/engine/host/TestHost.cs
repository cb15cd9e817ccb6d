using System.Reflection;
using Katas.Harness.Testing;
using NUnit;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Katas.Harness.Engine.Host;

/// <summary>Runs the tests of one assembly on NUnit's own runner.</summary>
internal static class TestHost
{
    public static void Run(HostRequest request, MessageWriter messages)
    {
        messages.Seal(request.Seal);
        foreach (var (name, value) in request.Variables)
            Environment.SetEnvironmentVariable(name, value);
        try
        {
            Run(RunLoadContext.Load(request), request, messages);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or TypeLoadException)
        {
            messages.Write(new HostMessage.Broken(e.Message));
        }
    }

    private static void Run(Assembly assembly, HostRequest request, MessageWriter messages)
    {
        var runner = NewRunner();
        var settings = Settings(Path.GetDirectoryName(request.Assembly)!);
        settings[FrameworkPackageSettings.StopOnError] = request.StopsAtFirstFailure;
        var root = runner.Load(assembly, settings);
        if (root.RunState is RunState.NotRunnable)
        {
            var reason = root.Properties.Get(PropertyNames.SkipReason) as string;
            messages.Write(new HostMessage.Broken(reason ?? "NUnit cannot run this assembly."));
            return;
        }

        var tests = TestTree.Names(root, request.Classes);
        messages.Write(new HostMessage.Discovered(tests));
        if (request.WaitsForDebugger)
        {
            messages.Write(new HostMessage.WaitsForDebugger(Environment.ProcessId));
            HostLifetime.WaitForDebugger();
        }
        TestFilter filter = request is { Only: null, Classes: null }
            ? TestFilter.Empty
            : new OnlyTests(request.Only ?? tests.Select(test => test.FullName));
        var hits = HitReader.Create(request, assembly);
        for (var run = 0; run < request.Runs; run++)
        {
            using var listener = new Listener(messages, hits);
            runner.Run(listener, filter);
            messages.Write(new HostMessage.RunEnded());
            if (listener.SawFailure)
                break;
        }
    }

    public static NUnitTestAssemblyRunner NewRunner() => new(new DefaultTestAssemblyBuilder());

    /// <summary>
    /// Events come on the thread of the test and before it goes on: from a queue, the last of them would be lost with the process.
    /// </summary>
    public static Dictionary<string, object> Settings(string folder) =>
        new(StringComparer.Ordinal)
        {
            ["WorkDirectory"] = folder,
            ["NumberOfTestWorkers"] = 0,
            ["SynchronousEvents"] = true,
        };
}
