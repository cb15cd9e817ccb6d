namespace Katas.Harness.Engine.Verifier;

/// <summary>Exercise and solution have the same public members, with the same documentation, in files of the same names.</summary>
internal static class PublicApiRule
{
    public static async Task<Findings> Check(
        ChapterUnderCheck chapter,
        CancellationToken cancellationToken
    )
    {
        var exercise = await Read(chapter, chapter.ExerciseSources, cancellationToken)
            .ConfigureAwait(false);
        var solution = await Read(chapter, chapter.SolutionSources, cancellationToken)
            .ConfigureAwait(false);
        return Findings.Of(Compare(exercise, solution));
    }

    private static async Task<Dictionary<string, PublicMember>> Read(
        ChapterUnderCheck chapter,
        ChapterSources sources,
        CancellationToken cancellationToken
    )
    {
        var model = await chapter
            .Engine.Model(chapter.Slug, sources, cancellationToken)
            .ConfigureAwait(false);
        return PublicMember
            .Of(model.Assembly)
            .ToDictionary(member => member.Id, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Compare(
        Dictionary<string, PublicMember> exercise,
        Dictionary<string, PublicMember> solution
    )
    {
        foreach (var (id, member) in solution)
        {
            if (!exercise.TryGetValue(id, out var stub))
                yield return $"The solution has the public member '{member.Signature}', the exercise does not.";
            else if (stub.Signature != member.Signature)
                yield return $"The exercise says '{stub.Signature}', the solution says '{member.Signature}'.";
            else if (stub.Documentation != member.Documentation)
                yield return $"The documentation of '{member.Signature}' differs. Exercise: {stub.Documentation} Solution: {member.Documentation}";
        }
        foreach (var (id, member) in exercise)
        {
            if (!solution.ContainsKey(id))
                yield return $"The exercise has the public member '{member.Signature}', the solution does not.";
        }
    }
}
