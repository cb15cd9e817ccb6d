using System.Globalization;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>A schedule in words: what the table and the page both show.</summary>
/// <param name="Threads">Who takes part.</param>
/// <param name="Shared">The names of what more than one thread touches and at least one changes.</param>
/// <param name="Steps">The steps, in order.</param>
internal sealed record Schedule(
    IReadOnlyList<Fiber> Threads,
    IReadOnlyList<string> Shared,
    IReadOnlyList<ScheduleStep> Steps
)
{
    /// <summary>
    /// What each thread has called and got, when something was got: a line a thread. What an operation of a history has called stands there.
    /// </summary>
    public IReadOnlyList<string> Summary
    {
        get
        {
            var calls = Steps.Where(step => step.Row is { IsCall: true, Depth: 0 }).ToList();
            return calls.TrueForAll(step => step.Row.Call!.Result is null)
                ? []
                :
                [
                    .. Threads
                        .Select(fiber =>
                            (fiber.Name, Own: calls.Where(step => step.Row.Fiber == fiber))
                        )
                        .Where(thread => thread.Own.Any())
                        .Select(thread =>
                            $"{thread.Name}: {string.Join(", ", thread.Own.Select(step => step.Text))}"
                        ),
                ];
        }
    }

    /// <summary>How many reads of captured variables that nobody changes are left out.</summary>
    public int Folded { get; init; }

    /// <summary>Whether some step speaks of another by its number.</summary>
    public bool IsNumbered => Steps.Any(step => step.Row.OutOfOrder is not null);

    /// <summary>Puts what was recorded into words.</summary>
    public static Schedule Of(Recorder recorder, Naming naming)
    {
        var rows = Report.Rows.Of(recorder);
        var calls = new CallNames(rows, naming);
        var shared = SharedBy(rows);
        var shortNames = ShortNames(rows, naming);
        var steps = new List<ScheduleStep>();
        var values = new string[shared.Count];
        Array.Fill(values, "");
        foreach (var (index, row) in rows.Index())
        {
            var value = row.Value is null ? null : WithNames(row.Value, recorder, naming);
            if (
                row.Location is not null
                && shared.IndexOf(row.Location) is >= 0 and var column
                && value is not null
                && row.OutOfOrder is null
            )
                values[column] = value;
            steps.Add(
                new(
                    row,
                    Number(index),
                    row.IsCall
                        ? WithNames(calls.Of(row.Call!), recorder, naming)
                        : CellText(row, value, shortNames, naming)
                            + Order(row, rows, recorder, naming),
                    [.. values],
                    row.IsSwitch && row.Site == 0 ? Site.Unknown
                        : row.IsCall ? SourceText.Declaration(SiteMaps.Site(row.Site))
                        : SiteMaps.Site(row.Site)
                )
            );
        }
        return new(
            [.. rows.Select(row => row.Fiber).Distinct().OrderBy(fiber => fiber.Id)],
            [.. shared.Select(naming.Of)],
            steps
        )
        {
            Folded = Report.Rows.Folded(recorder).Count,
        };
    }

    /// <summary>The number of the row at an index.</summary>
    public static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Which write an access did not see, or came before, although that was done earlier.</summary>
    private static string Order(Row row, List<Row> rows, Recorder recorder, Naming naming)
    {
        if (row.OutOfOrder is not { } order)
            return "";
        var newer = rows.FindIndex(other => !other.IsSwitch && other.Event == order.NewerEvent);
        var where = newer < 0 ? "before" : $"in row {Number(newer)}";
        return row.Kind == OperationKind.Read
            ? $"   ({WithNames(row.Newest ?? "", recorder, naming)} was written {where}; nothing orders it before this read)"
            : $"   (takes effect before what was written {where}; nothing orders them)";
    }

    private static string CellText(
        Row row,
        string? value,
        Dictionary<Location, string> names,
        Naming naming
    )
    {
        var known = string.Join(
            ", ",
            Locations(row).Select(location => names[location]).Where(name => name.Length > 0)
        );
        var name = known.Length > 0 ? $" {known}" : "";
        if (row.What is { } words)
        {
            var what = naming.WithTask(words, row.Subject);
            return row.Result is { } result
                ? value is null
                    ? $"{what}{name} -> {result}"
                    : $"{what}{name} = {value} ({result})"
                : value is null
                    ? what + name
                    : row.Kind == OperationKind.Read
                        ? $"{what}{name} -> {value}"
                        : $"{what}{name} = {value}";
        }
        return row.Kind == OperationKind.Read
            ? $"reads{name} -> {value}"
            : $"writes{name} = {value}";
    }

    private static IEnumerable<Location> Locations(Row row) =>
        row.Location is { } location ? row.Also.Prepend(location) : row.Also;

    /// <summary>What more than one thread touches and at least one changes.</summary>
    private static List<Location> SharedBy(List<Row> rows) =>
        [
            .. rows.Where(row => row.Value is not null && row.Location is not null)
                .GroupBy(row => row.Location!)
                .Where(group =>
                    group.Select(row => row.Fiber).Distinct().Count() > 1
                    && group.Any(row => row.Kind != OperationKind.Read)
                )
                .Select(group => group.Key),
        ];

    /// <summary>A field's name alone where no other has the same.</summary>
    private static Dictionary<Location, string> ShortNames(List<Row> rows, Naming naming)
    {
        var full = rows.SelectMany(Locations)
            .Distinct()
            .ToDictionary(location => location, naming.Of);
        return full.ToDictionary(
            pair => pair.Key,
            pair =>
                full.Values.Distinct(StringComparer.Ordinal)
                    .Count(other => Short(other) == Short(pair.Value)) == 1
                    ? Short(pair.Value)
                    : pair.Value
        );
    }

    private static string Short(string name) =>
        name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static string WithNames(string value, Recorder recorder, Naming naming)
    {
        foreach (var (thing, placeholder) in recorder.Placeholders)
            value = value.Replace(placeholder, naming.Of(thing), StringComparison.Ordinal);
        return value;
    }
}
