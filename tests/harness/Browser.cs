using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Katas.Harness;

/// <summary>A real browser without a window. Compiled into each project whose pages it looks at.</summary>
internal static partial class Browser
{
    private static readonly string[] s_names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "chrome",
    ];

    /// <summary>Runs in a page, and leaves what it found where the dump of the page shows it.</summary>
    private const string Probe = """
        <script>
        document.querySelectorAll("details").forEach(one => one.open = true);
        const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
        const colour = text => text.match(/[\d.]+/g).map(Number);
        const behind = e => { for (; e; e = e.parentElement) { const c = colour(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
        const pale = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node; node = walker.nextNode();) {
          const e = node.parentElement;
          if (!node.data.trim() || !e.getClientRects().length) continue;
          const style = getComputedStyle(e);
          const [a, b] = [colour(e instanceof SVGElement ? style.fill : style.color), behind(e)].map(light).sort((x, y) => y - x);
          if ((a + .05) / (b + .05) < 4.5) pale.push(node.data.trim());
        }
        const found = (() => { {{script}} })();
        document.documentElement.dataset.report = JSON.stringify({ ...found, pale, errors: window.scriptErrors,
          width: document.documentElement.scrollWidth, room: innerWidth });
        </script>
        """;

    private const string Errors =
        "<script>window.scriptErrors = []; addEventListener('error', e => scriptErrors.push(e.message));</script>";

    /// <summary>The program; the test is skipped where there is none, but not on a build server.</summary>
    public static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = s_names
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        if (found is null && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Ignore("It needs Chromium: sudo apt-get install chromium.");
        return found ?? throw new InvalidOperationException("Chromium is not installed.");
    }

    /// <summary>What the page looks like to a program once its script has run.</summary>
    public static string Dump(string file, params string[] options) => Dump(new Uri(file), options);

    /// <summary>The same for a page with a place in it.</summary>
    public static string Dump(Uri page, params string[] options)
    {
        var profile = Directory.CreateTempSubdirectory("browser-").FullName;
        try
        {
            var start = new ProcessStartInfo(Find())
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            string[] arguments =
            [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                $"--user-data-dir={profile}",
                .. options,
                "--dump-dom",
                page.AbsoluteUri,
            ];
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var dump = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return dump;
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    /// <summary>Looks at a copy of the page in which a script may look around.</summary>
    /// <param name="file">The page.</param>
    /// <param name="script">What it does there, the body of a function; the fields of the object that it returns are part of the result.</param>
    /// <param name="options">The browser's.</param>
    /// <returns>Also the texts that are too pale, the script's errors, the width of the page, and the room for it.</returns>
    public static JsonObject Inspect(string file, string script, params string[] options)
    {
        var page = Policy().Replace(File.ReadAllText(file), Errors);
        var folder = Directory.CreateTempSubdirectory("page-").FullName;
        try
        {
            var copy = Path.Combine(folder, "probe.html");
            File.WriteAllText(
                copy,
                page.Replace(
                    "</body>",
                    Probe.Replace("{{script}}", script, StringComparison.Ordinal) + "</body>",
                    StringComparison.Ordinal
                )
            );
            var report = Report().Match(Dump(copy, options));
            return JsonNode.Parse(WebUtility.HtmlDecode(report.Groups["json"].Value))!.AsObject();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("<meta http-equiv=[^>]+>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Policy();

    [GeneratedRegex("data-report=\"(?<json>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Report();
}
