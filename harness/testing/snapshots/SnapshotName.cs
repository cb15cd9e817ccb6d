using System.Collections;
using System.Globalization;
using System.Text;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace VerifyTests;

/// <summary>What the running test's snapshot is called: <c>Class.Method_number=2_text=a b</c>.</summary>
internal static class SnapshotName
{
    /// <summary>What no file name may hold on Windows, on every system, so that the files can be checked out there.</summary>
    private const string Invalid = "\"\\<>|:*?/";

    public static string Of(VerifySettings settings)
    {
        if (settings.FileName is { } fileName)
            return fileName;
        var test = TestExecutionContext.CurrentContext.CurrentTest;
        var method =
            test?.Method
            ?? throw new InvalidOperationException(
                "Verify was called outside a test. Call it from the test method, or pass its text there."
            );
        var name = new StringBuilder($"{WithParents(method.TypeInfo.Type)}.{method.Name}");
        if (settings.ParametersText is { } text)
            name.Append('_').Append(text);
        else
            AppendParameters(name, test, method);
        return name.ToString();
    }

    /// <summary>A value as a part of a file's name.</summary>
    internal static string Format(object? value, bool nested = false) =>
        value switch
        {
            null => "null",
            string text => Clean(text),
            IEnumerable items => FormatAll([.. items.Cast<object?>()], nested),
            IFormattable formattable => Clean(
                formattable.ToString(null, CultureInfo.InvariantCulture)
            ),
            _ => Clean(value.ToString() ?? "null"),
        };

    private static string FormatAll(IReadOnlyCollection<object?> items, bool nested)
    {
        if (items.Count == 0)
            return "[]";
        var list = string.Join(',', items.Select(item => Format(item, nested: true)));
        return nested ? $"[{list}]" : list;
    }

    private static string Clean(string text) =>
        string.Concat(text.Select(c => c < ' ' || Invalid.Contains(c) ? '-' : c));

    private static string WithParents(Type type) =>
        type.DeclaringType is { } outer ? $"{WithParents(outer)}.{type.Name}" : type.Name;

    private static void AppendParameters(StringBuilder name, Test test, IMethodInfo method)
    {
        var fixture = FixtureArguments(test);
        var names = FixtureParameters(method.TypeInfo.Type, fixture.Length)
            .Concat(method.GetParameters().Select(parameter => parameter.ParameterInfo.Name!));
        foreach (var (parameter, value) in names.Zip(fixture.Concat(test.Arguments)))
            name.Append(CultureInfo.InvariantCulture, $"_{parameter}={Format(value)}");
    }

    private static object?[] FixtureArguments(Test test)
    {
        var parent = test.Parent;
        if (parent is ParameterizedMethodSuite)
            parent = parent.Parent;
        return parent?.Arguments ?? [];
    }

    private static IEnumerable<string> FixtureParameters(Type type, int count) =>
        count == 0
            ? []
            : type.GetConstructors()
                .Select(constructor => constructor.GetParameters())
                .Single(parameters => parameters.Length == count)
                .Select(parameter => parameter.Name!);
}
