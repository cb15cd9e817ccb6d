using System.Reflection;

namespace Katas.Harness.Explorer;

/// <summary>What the running test is called.</summary>
internal static class TestName
{
    /// <summary>What NUnit says that is running when nothing is.</summary>
    private const string NoTest = "AdhocTestMethod";

    /// <summary>The full name that NUnit gives the test; with other frameworks, the method in which the program stands.</summary>
    /// <param name="program">What is explored.</param>
    public static string Of(Delegate program) => OfNUnit() ?? OfMethod(program.Method);

    /// <summary>Asked by name, for the explorer refers to no test framework.</summary>
    private static string? OfNUnit()
    {
        var context = Type.GetType("NUnit.Framework.TestContext, nunit.framework")
            ?.GetProperty("CurrentContext")
            ?.GetValue(null);
        var test = context?.GetType().GetProperty("Test")?.GetValue(context);
        return
            test?.GetType().GetProperty("FullName")?.GetValue(test) is string name
            && !name.EndsWith(NoTest, StringComparison.Ordinal)
            ? name
            : null;
    }

    /// <summary>The compiler calls a lambda <c>&lt;Method&gt;b__0</c>, and puts it into a class inside the method's.</summary>
    private static string OfMethod(MethodInfo method)
    {
        var type = method.DeclaringType;
        while (type is { DeclaringType: { } outer } && type.Name.Contains('<'))
            type = outer;
        var end = method.Name.IndexOf('>', StringComparison.Ordinal);
        var name = method.Name.StartsWith('<') && end > 1 ? method.Name[1..end] : method.Name;
        return $"{type?.FullName?.Replace('+', '.')}.{name}";
    }
}
