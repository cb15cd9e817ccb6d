using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Katas.Harness.Build;

public partial class RoomTests
{
    private const int Most = 11;

    private static IEnumerable<string> Projects => House.Files(House.Root, "*.csproj");

    [Test]
    public void There_are_few_rooms_and_the_map_lists_them_all()
    {
        var onTheMap = Row().Matches(House.Map).Select(row => row.Groups["room"].Value);

        Assert.That(House.Rooms(House.Root), Is.EquivalentTo(onTheMap));
        Assert.That(House.Rooms(House.Root).Count(), Is.AtMost(Most));
    }

    [Test]
    public void Each_room_has_its_tests_in_a_folder_of_the_same_name() =>
        Assert.That(House.Rooms(House.Tests), Is.EquivalentTo(House.Rooms(House.Root)));

    [Test]
    public void Each_project_is_named_after_its_folder() =>
        Assert.That(
            Projects.Select(project => Path.GetFileNameWithoutExtension(project)),
            Is.EquivalentTo(Projects.Select(project => NameOf(House.RoomOf(project))))
        );

    [Test]
    public void No_project_gives_its_assembly_another_name() =>
        Assert.That(
            Projects.Where(project => XDocument.Load(project).Descendants("AssemblyName").Any()),
            Is.Empty
        );

    [Test]
    public void Each_project_begins_with_a_sentence_on_what_belongs_in_it() =>
        Assert.That(
            Projects.Where(project =>
                XDocument.Load(project).Root!.Nodes().FirstOrDefault(IsTelling) is not XComment
            ),
            Is.Empty
        );

    private static bool IsTelling(XNode node) =>
        node is XComment or XElement { Name.LocalName: "ItemGroup" };

    private static string NameOf(string room) =>
        "Katas.Harness."
        + string.Join(
            '.',
            room.Split('/')
                .Select(part =>
                    string.Concat(
                        part.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])
                    )
                )
        );

    [GeneratedRegex(
        @"^\| `(?<room>[a-z-]+)/` \|",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Row();
}
