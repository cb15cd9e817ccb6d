using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>Calls in words: <c>Deposit(5) -> true</c>, with the object or the type where several have the method.</summary>
internal sealed class CallNames
{
    private const int MostCharacters = 24;

    private readonly Naming _naming;
    private readonly HashSet<string> _ambiguous;

    /// <summary>Names the calls of the rows.</summary>
    public CallNames(IEnumerable<Row> rows, Naming naming)
    {
        _naming = naming;
        _ambiguous = rows.Where(row => row.IsCall)
            .Select(row => SiteMaps.Site(row.Call!.Site).Callee)
            .Distinct(StringComparer.Ordinal)
            .GroupBy(Method, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A call in words. Names of objects in it are still to be filled in.</summary>
    public string Of(MethodCall call)
    {
        var callee = SiteMaps.Site(call.Site).Callee;
        var method = Method(callee);
        var of = Of(call, callee, method);
        var arguments = string.Join(", ", call.Arguments.Select(Short));
        var text = method switch
        {
            _ when method.EndsWith("()", StringComparison.Ordinal) =>
                $"{of}{method[..^2]}({arguments})",
            _ when method.EndsWith('=') => $"{of}{method[..^1]} = {arguments}",
            _ => of + method,
        };
        return call.GoesOn ? $"{text} goes on"
            : call.Result is { } result ? $"{text} -> {Short(result)}"
            : text;
    }

    /// <summary>Whose method it is, where that must be said.</summary>
    private string Of(MethodCall call, string callee, string method)
    {
        if (
            call.Self is { } self
            && _naming.Of(self) is var name
            && name.Contains('#', StringComparison.Ordinal)
        )
            return $"{name}.";
        return _ambiguous.Contains(method) ? callee[..^method.Length] : "";
    }

    private static string Method(string callee) =>
        callee[(callee.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static string Short(string text) =>
        text.Length <= MostCharacters ? text : $"{text[..(MostCharacters - 3)]}...";
}
