using System.Text.Json;
using System.Xml.Linq;
using Spectre.Console;

namespace Katas.Harness.Cli.Timing;

public class TimeOutputTests
{
    [Test]
    public void The_json_has_the_promised_fields()
    {
        using var json = JsonDocument.Parse(TimeJson.Write(TimeResultSamples.Mixed));

        var root = json.RootElement;
        var variant = root.GetProperty("variants")[2];
        Assert.That(root.GetProperty("chapter").GetString(), Is.EqualTo("13-prime-lab"));
        Assert.That(root.GetProperty("cores").GetInt32(), Is.EqualTo(2));
        Assert.That(root.GetProperty("runtime").GetString(), Does.StartWith(".NET"));
        Assert.That(variant.GetProperty("name").GetString(), Is.EqualTo("threads"));
        Assert.That(variant.GetProperty("workers").GetInt32(), Is.EqualTo(2));
        Assert.That(variant.GetProperty("verdict").GetString(), Is.EqualTo("faster"));
        foreach (
            var figure in (string[])
                [
                    "medianSeconds",
                    "speedup",
                    "speedupLow",
                    "speedupHigh",
                    "bound",
                    "efficiency",
                    "cpuPerWall",
                ]
        )
            Assert.That(variant.GetProperty(figure).GetDouble(), Is.GreaterThan(0), figure);
    }

    [Test]
    public async Task A_terminal_without_colour_shows_a_table_bars_and_notes() =>
        await Verify(Shown(TimeResultSamples.Mixed, isUnicode: true));

    [Test]
    public async Task A_narrow_terminal_shows_fewer_columns_and_shorter_bars() =>
        await Verify(Shown(TimeResultSamples.Mixed, isUnicode: true, width: 80));

    [Test]
    public void Without_unicode_the_bars_are_plain() =>
        Assert.That(
            Shown(TimeResultSamples.Mixed, isUnicode: false)
                .Split('\n')
                .Where(line => line.Contains(" of ", StringComparison.Ordinal)),
            Is.All.Matches<string>(line => line!.All(char.IsAscii))
        );

    [Test]
    public async Task The_page_needs_nothing_else()
    {
        var page = TimePage.Write(TimeResultSamples.Mixed);

        Assert.That(
            page,
            Does.Not.Contain("http").And.Not.Contain("<script").And.Not.Contain("src=")
        );
        await Verify(page);
    }

    [Test]
    public void The_picture_is_well_formed_and_has_a_bar_and_a_bound_for_each_way()
    {
        var svg = XElement.Parse(SpeedupChart.Write(TimeResultSamples.Mixed.Workloads[0]));

        var groups = svg.Elements("g").ToArray();
        Assert.That(groups, Has.Length.EqualTo(4));
        foreach (var group in groups)
        {
            var bars = group.Elements("rect").ToArray();
            Assert.That(bars, Has.Length.EqualTo(2));
            Assert.That((string?)bars[1].Attribute("class"), Is.EqualTo("bound"));
        }
    }

    [TestCase(1.0, 1.25)]
    [TestCase(2.2, 2.5)]
    [TestCase(7.3, 8)]
    [TestCase(260, 300)]
    public void An_axis_ends_at_a_round_number_above_the_highest(double highest, double top) =>
        Assert.That(Axis.For(highest * 1.01).Top, Is.EqualTo(top));

    private static string Shown(TimeResult result, bool isUnicode, int width = 140)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
            }
        );
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = isUnicode;
        TimeView.Write(console, result);
        return string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd()));
    }
}
