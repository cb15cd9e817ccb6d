using System.Text.RegularExpressions;

namespace Katas.Harness.Build;

public partial class MapTests
{
    [Test]
    public void No_project_refers_to_a_room_to_which_no_arrow_leads()
    {
        var arrows = House.Arrows();

        var unlisted = Projects()
            .SelectMany(project =>
                House
                    .References(project)
                    .Where(to => !Leads(arrows, House.RoomOf(project), to))
                    .Select(to => $"{House.RoomOf(project)} --> {to}")
            );

        Assert.That(unlisted, Is.Empty, "Either the reference is wrong, or the map is.");
    }

    [Test]
    public void Each_arrow_is_a_reference_of_a_project()
    {
        var references = Projects()
            .SelectMany(project =>
                House.References(project).Select(to => (House.RoomOf(project), to))
            );

        Assert.That(House.Arrows().Except(references), Is.Empty);
    }

    [Test]
    public void The_arrows_make_no_circle()
    {
        var arrows = House.Arrows();

        Assert.That(arrows.Where(arrow => Leads(arrows, arrow.To, arrow.From)), Is.Empty);
    }

    [Test]
    public void Each_file_that_the_map_names_is_there()
    {
        var files = FileName().Matches(House.Map).Select(match => match.Groups["path"].Value);

        Assert.That(files, Is.Not.Empty);
        Assert.That(
            files.Where(file => !Path.Exists(Path.GetFullPath(Path.Combine(House.Root, file)))),
            Is.Empty
        );
    }

    private static IEnumerable<string> Projects() => House.Files(House.Root, "*.csproj");

    private static bool Leads(
        IReadOnlyList<(string From, string To)> arrows,
        string from,
        string to
    ) => arrows.Any(arrow => arrow.From == from && (arrow.To == to || Leads(arrows, arrow.To, to)));

    [GeneratedRegex(
        "`(?<path>[a-zA-Z0-9./-]+(/|\\.(cs|md|props|targets)))`",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FileName();
}
