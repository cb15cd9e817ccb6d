namespace Katas.Harness.Explorer.Controlled;

/// <summary>What a program shares with others, and no exploration puts back as it was.</summary>
internal enum ExternalResource
{
    /// <summary>Standard input, output and error.</summary>
    Console,

    /// <summary>Files and folders.</summary>
    Files,

    /// <summary>Environment variables, and settings of the whole process.</summary>
    Environment,
}
