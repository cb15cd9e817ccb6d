namespace Katas.Harness.Grading.Sandbox;

/// <summary>What a program sees of the machine, beside the libraries of the system.</summary>
/// <param name="Paths">The files and folders that it may read, at their own places.</param>
/// <param name="Pipe">The pipe by which it is spoken to.</param>
/// <param name="User">For whom it runs; from <see cref="ISandbox.DrawUser"/>.</param>
/// <param name="HasNetwork">Whether it needs the machine's network, for a broker.</param>
internal sealed record SandboxView(
    IReadOnlyList<string> Paths,
    string Pipe,
    uint? User,
    bool HasNetwork = false
);
