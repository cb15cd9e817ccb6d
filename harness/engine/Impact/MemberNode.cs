namespace Katas.Harness.Engine.Impact;

/// <summary>One type or method of a <see cref="MemberGraph"/>.</summary>
/// <param name="Content">What it says, as one text: two members of equal content do the same, as long as what they use does.</param>
/// <param name="Uses">The keys of the types and methods that it uses itself.</param>
/// <param name="IsReflective">Whether it looks at members that it does not name.</param>
internal sealed record MemberNode(string Content, IReadOnlySet<string> Uses, bool IsReflective);
