using Katas.Harness.Explorer.Rewriting;

namespace Katas.Harness.Explorer;

/// <summary>The explorer's folders are layers: each uses those below it only.</summary>
public class LayerTests
{
    // From the bottom up: each folder with those that it uses.
    private static readonly (string Folder, string[] Uses)[] Layers =
    [
        ("Sites", []),
        ("Verdicts", []),
        ("Scheduling", ["Sites"]),
        ("Memory", ["Scheduling", "Sites"]),
        ("Strategies", ["Scheduling"]),
        ("Controlled", ["Scheduling", "Sites"]),
        ("Report", ["Scheduling", "Sites", "Verdicts"]),
        ("Linearizability", ["Scheduling", "Controlled", "Report"]),
        (
            FolderArrows.Top,
            [
                "Sites",
                "Verdicts",
                "Scheduling",
                "Memory",
                "Strategies",
                "Controlled",
                "Report",
                "Linearizability",
            ]
        ),
        ("Rewriting", ["Sites", "Controlled"]),
    ];

    private static readonly (string From, string To)[] Listed =
    [
        .. Layers.SelectMany(layer => layer.Uses.Select(used => (layer.Folder, used))),
    ];

    [TestCase(typeof(Explorer))]
    [TestCase(typeof(Rewriter))]
    public void A_folder_uses_only_those_listed_for_it(Type type)
    {
        var unlisted = FolderArrows
            .Of(type.Assembly.Location)
            .Where(arrow => !Listed.Contains(arrow.Key))
            .Select(arrow => $"{arrow.Key.From} -> {arrow.Key.To} by {string.Join(", ", arrow)}");

        Assert.That(
            unlisted,
            Is.Empty,
            "move the type to the folder where it belongs, or turn the arrow round with an interface"
        );
    }

    [Test]
    public void Every_listed_arrow_points_downwards()
    {
        var order = Layers.Select(layer => layer.Folder).ToList();

        var upwards = Listed.Where(arrow => order.IndexOf(arrow.To) >= order.IndexOf(arrow.From));

        Assert.That(upwards, Is.Empty, "folders that use each other cannot be read one by one");
    }

    [Test]
    public void Every_listed_arrow_is_needed()
    {
        var drawn = new[] { typeof(Explorer), typeof(Rewriter) }.SelectMany(type =>
            FolderArrows.Of(type.Assembly.Location).Select(arrow => arrow.Key)
        );

        Assert.That(Listed.Except(drawn), Is.Empty, "these are allowed for nothing");
    }
}
