using System.Reflection;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Testing;

namespace Katas.ManyShops;

/// <summary>Tests on a real broker: each has a chain of shops of its own there.</summary>
public abstract class ChainTests
{
    private TestChain? _chain;

    /// <summary>This test's chain.</summary>
    internal TestChain Kitchen => _chain!;

    /// <summary>Whether the queues are there when the test begins.</summary>
    protected virtual bool BeginsOpen => true;

    /// <summary>Whether the kata is not written yet.</summary>
    protected bool IsStub => ThrowsOnly(Member);

    private MethodInfo Member
    {
        get
        {
            var kata = GetType().GetCustomAttribute<KataAttribute>()!;
            return kata.Type.GetMethod(kata.Member!)!;
        }
    }

    [OneTimeSetUp]
    public async Task FindBroker()
    {
        if (SharedBroker.Missing is { } advice)
            Assert.Ignore(advice);
        // A stub needs no broker to say that it is one.
        if (!IsStub)
            await TestChain.FindBroker();
    }

    [OneTimeTearDown]
    public Task LeaveBroker() => TestChain.LeaveBroker();

    [SetUp]
    public async Task Begin()
    {
        if (IsStub)
            Member.Invoke(
                null,
                BindingFlags.DoNotWrapExceptions,
                null,
                new object?[Member.GetParameters().Length],
                null
            );
        _chain = await TestChain.Begin(BeginsOpen);
    }

    [TearDown]
    public async Task End()
    {
        if (_chain is not null)
            await _chain.DisposeAsync();
        _chain = null;
    }

    /// <summary>Whether a method does nothing but throw: make the exception, throw it, and at most one instruction around that.</summary>
    private static bool ThrowsOnly(MethodInfo method) =>
        method.GetMethodBody()?.GetILAsByteArray() is { Length: <= 8 } body
        && body[^1]
            == 0x7A /* throw */
    ;
}
