using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>A call of a method of the program.</summary>
/// <param name="site">Where the method stands in the source, with its name.</param>
/// <param name="self">The object that it is called on; <see langword="null"/> when there is none or it is a structure.</param>
/// <param name="arguments">What it is given, in text.</param>
/// <param name="caller">The call that it is made in, or <see langword="null"/>.</param>
internal sealed class MethodCall(
    int site,
    object? self,
    IReadOnlyList<string> arguments,
    MethodCall? caller
)
{
    /// <summary>Where the method stands in the source, with its name.</summary>
    public int Site => site;

    /// <summary>The object that it is called on; <see langword="null"/> when there is none or it is a structure.</summary>
    public object? Self => self;

    /// <summary>What it is given, in text.</summary>
    public IReadOnlyList<string> Arguments => arguments;

    /// <summary>Whether it is one of a property's accessors.</summary>
    public bool IsOfAccessor => !SiteMaps.Site(site).Callee.EndsWith(')');

    /// <summary>Whether it is an async method that goes on after a wait.</summary>
    public bool GoesOn { get; init; }

    /// <summary>What it has returned, in text, once it has.</summary>
    public string? Result { get; set; }

    /// <summary>The calls that it lies in, the outermost first, and itself.</summary>
    public IReadOnlyList<MethodCall> Path => caller is null ? [this] : [.. caller.Path, this];
}
