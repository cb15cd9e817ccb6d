namespace Katas.Harness.Engine;

/// <summary>Where a run gets its hosts from.</summary>
internal interface IHostSource
{
    /// <summary>Hands over a host.</summary>
    /// <param name="use">Whether it may be a used one.</param>
    /// <param name="shared">The folder of shared assemblies, which a used host must have loaded before.</param>
    Task<HostProcess> Take(HostUse use, string shared);

    /// <summary>Takes back a host that its run has left as it was.</summary>
    ValueTask Return(HostProcess host);

    /// <summary>Gets ready for the next call, where it can.</summary>
    void Fill();
}
