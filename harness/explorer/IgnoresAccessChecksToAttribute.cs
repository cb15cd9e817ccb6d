namespace System.Runtime.CompilerServices;

/// <summary>Lets rewritten assemblies call the scheduling points, which are internal. The runtime knows the attribute by its name.</summary>
/// <param name="assemblyName">The assembly whose internals may be used.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
{
    /// <summary>The assembly whose internals may be used.</summary>
    public string AssemblyName { get; } = assemblyName;
}
