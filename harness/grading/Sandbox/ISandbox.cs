using System.Diagnostics;

namespace Katas.Harness.Grading.Sandbox;

/// <summary>Shuts programs in.</summary>
internal interface ISandbox : IDisposable
{
    /// <summary>What it keeps apart, in words for the gradebook.</summary>
    string Description { get; }

    /// <summary>Whether programs inside can change no file of the workbook.</summary>
    bool ProtectsFiles { get; }

    /// <summary>Draws the number of a user who owns nothing, for one run; <see langword="null"/> where programs run for this user.</summary>
    uint? DrawUser();

    /// <summary>The command that starts a program inside.</summary>
    /// <param name="program">The program.</param>
    /// <param name="view">What it gets to see.</param>
    ProcessStartInfo Enclose(ProcessStartInfo program, SandboxView view);
}
