using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Katas.Harness.Engine.Host;

/// <summary>Lets the tests with the given full names run.</summary>
internal sealed class OnlyTests(IEnumerable<string> names) : TestFilter
{
    private readonly HashSet<string> _names = [.. names];

    public override bool Match(ITest test) => _names.Contains(test.FullName) && !test.HasChildren;

    public override TNode AddToXml(TNode parentNode, bool recursive) =>
        parentNode.AddElement("only");
}
