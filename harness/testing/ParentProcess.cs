using System.Diagnostics;
using Katas.Harness.Probes;

namespace Katas.Harness.Testing;

/// <summary>
/// The process that runs this one. A test that kills it is found out at its end, before anything else happens: this process ends too, and
/// whoever looks after the run sees in whose midst. On Windows, where a child does not notice, nothing is done.
/// </summary>
internal static class ParentProcess
{
    private static readonly int? Id = ReadId();

    /// <summary>Ends this process if its parent is gone.</summary>
    public static void EndIfGone()
    {
        if (ReadId() == Id)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }

    private static int? ReadId() => ProcessFacts.Read(Environment.ProcessId)?.ParentId;
}
