using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Katas.Harness.Testing;

/// <summary>
/// Says which kata a test class belongs to, and guards each of its tests: one that hangs, floods the console, lets an exception escape on
/// another thread, or meets a stub that is not written yet costs one verdict, in words that help.
/// </summary>
/// <example><code>[Kata(1, typeof(Threads), nameof(Threads.Launch))] public class LaunchTests { … }</code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KataAttribute : NUnitAttribute, IApplyToTest, IWrapSetUpTearDown
{
    /// <summary>Declares the kata that the tests of this class belong to.</summary>
    /// <param name="order">The kata's place in its chapter's lesson, from 1.</param>
    /// <param name="type">The type that the learner writes.</param>
    /// <param name="member">The member that the learner writes, or <see langword="null"/> when the kata is the whole type.</param>
    public KataAttribute(int order, Type type, string? member = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        Order = order;
        Type = type;
        Member = member;
    }

    /// <summary>The kata's place in its chapter's lesson, from 1.</summary>
    public int Order { get; }

    /// <summary>The type that the learner writes.</summary>
    public Type Type { get; }

    /// <summary>The member that the learner writes, or <see langword="null"/> when the kata is the whole type.</summary>
    public string? Member { get; }

    /// <summary>What the kata is called: its member, or its type.</summary>
    public string Name => Member ?? Type.Name.Split('`')[0];

    /// <summary>Gives the test a property <c>Kata</c>, so that <c>dotnet test --filter Kata=Launch</c> finds it.</summary>
    /// <param name="test">The test class.</param>
    public void ApplyToTest(Test test)
    {
        ArgumentNullException.ThrowIfNull(test);
        test.Properties.Add("Kata", Name);
    }

    /// <summary>Puts the guard around a test.</summary>
    /// <param name="command">The test with its set-up and tear-down.</param>
    public TestCommand Wrap(TestCommand command) => new GuardedCommand(command, Name);
}
