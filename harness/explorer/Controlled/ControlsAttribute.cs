namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// The static methods of this class stand in for members of a type: same name and parameters, the instance first, the site of the call last.
/// <c>New</c> stands in for a constructor. The rewriter finds them by this attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ControlsAttribute(Type type) : Attribute
{
    /// <summary>The type whose members are replaced.</summary>
    public Type Type { get; } = type;
}
