namespace Katas.Harness.Engine;

/// <summary>Hosts for one run on code that nobody trusts: each is started when it is needed, and used once.</summary>
internal sealed class UntrustedHosts(EngineOptions options, UntrustedRun run, string folder)
    : IHostSource
{
    public Task<HostProcess> Take(HostUse use, string shared) =>
        HostProcess.Start(options, run, folder);

    public ValueTask Return(HostProcess host) => host.DisposeAsync();

    public void Fill() { }
}
