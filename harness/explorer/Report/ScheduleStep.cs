using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>One step of a schedule, in words.</summary>
/// <param name="Row">What was recorded.</param>
/// <param name="Number">What other steps call it.</param>
/// <param name="Text">What its thread does.</param>
/// <param name="Values">What each shared variable holds after it; nothing where that is not known yet.</param>
/// <param name="Site">Where it stands in the source.</param>
internal sealed record ScheduleStep(
    Row Row,
    string Number,
    string Text,
    IReadOnlyList<string> Values,
    Site Site
)
{
    /// <summary>The text, moved to the right by each call that it lies in.</summary>
    public string IndentedText => new string(' ', Indent * Row.Depth) + Text;

    private const int Indent = 2;

    /// <summary>Its place in the source with the line's text, where that is at hand.</summary>
    public string Place
    {
        get
        {
            // What is called says the step itself.
            var source = Row.IsCall ? "" : SourceText.Of(Site);
            return source.Length == 0 ? Site.Place : $"{Site.Place}: {source}";
        }
    }
}
