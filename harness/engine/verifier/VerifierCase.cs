namespace Katas.Harness.Engine.Verifier;

/// <summary>One thing that is verified of one chapter.</summary>
/// <param name="Slug">The chapter, or <c>rooms</c> for what belongs to none.</param>
/// <param name="Subject">What is verified: a file such as <c>wrong/Racy.cs</c>, or a rule such as <c>stubs</c>.</param>
public sealed record VerifierCase(string Slug, string Subject)
{
    /// <summary>Chapter and subject, as they stand in tables.</summary>
    public override string ToString() => $"{Slug} {Subject}";
}
