namespace Katas.Harness.Grading.Sandbox;

/// <summary>Finds the best sandbox that works here and that was asked for.</summary>
internal static class SandboxChoice
{
    /// <exception cref="SandboxException">The one that was asked for does not work.</exception>
    public static ISandbox Choose(GraderOptions options)
    {
        var limits = new ProcessLimits(options);
        if (options.Sandbox == SandboxKind.None)
            return new NoSandbox(limits, "it was asked for");
        var reason = "there is a sandbox for Linux only";
        if (OperatingSystem.IsLinux() && Bubblewrap.TryCreate(limits, out reason) is { } sandbox)
            return sandbox;
        return options.Sandbox == SandboxKind.Auto
            ? new NoSandbox(limits, reason)
            : throw new SandboxException(
                $"There is no sandbox: {reason}. Submissions are programs of people whom you do not know; --sandbox none runs them all the same."
            );
    }
}
