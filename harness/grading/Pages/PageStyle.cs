namespace Katas.Harness.Grading.Pages;

/// <summary>How pages look, by day and by night, on paper and on a telephone.</summary>
internal static class PageStyle
{
    public const string Css = """

        :root { color-scheme: light dark; --text: #1b1f24; --page: #ffffff; --soft: #f3f4f6; --line: #b7bdc6; --quiet: #57606a;
          --green: #116329; --red: #b3141d; --amber: #7a4d00; --link: #0550ae; --hit: #e3f5e7; --miss: #fdecea; }
        @media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --page: #0f1419; --soft: #1c232b; --line: #444c56; --quiet: #9ea7b3;
          --green: #57c46f; --red: #ff8a80; --amber: #e3b341; --link: #79b8ff; --hit: #12301c; --miss: #3a1618; } }
        body { max-width: 76rem; margin: 1.5rem auto; padding: 0 1rem; color: var(--text); background: var(--page); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
        h1 { margin: 0 0 .25rem; line-height: 1.2; } h2 { margin-top: 2.5rem; } h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
        a { color: var(--link); } .quiet { color: var(--quiet); } .green { color: var(--green); } .red { color: var(--red); } .amber { color: var(--amber); }
        .isolation { border-left: .3rem solid var(--amber); padding: .25rem .75rem; background: var(--soft); }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
        th { background: var(--soft); white-space: nowrap; } th:first-child, td:first-child, .left { text-align: left; }
        th button { all: unset; cursor: pointer; font-weight: 600; } th button:focus-visible { outline: 2px solid var(--link); }
        th[aria-sort=ascending] button::after { content: " \25B4"; } th[aria-sort=descending] button::after { content: " \25BE"; }
        td[data-v] { white-space: nowrap; } td.name { min-width: 9rem; max-width: 20rem; } td.flags { min-width: 10rem; text-align: left; }
        input { font: inherit; padding: .3rem .5rem; width: 20rem; max-width: 100%; box-sizing: border-box; color: inherit; background: var(--page); border: 1px solid var(--quiet); border-radius: .25rem; }
        .bar { width: 12rem; height: .8rem; background: var(--soft); vertical-align: middle; } rect.all { fill: var(--green); } rect.some { fill: var(--amber); } rect.none { fill: var(--red); }
        .histogram { width: 100%; max-width: 40rem; height: 9rem; } .histogram rect { fill: var(--link); } .histogram text { fill: var(--text); font-size: 11px; }
        pre { margin: .25rem 0 .75rem; padding: .6rem .8rem; background: var(--soft); overflow-x: auto; font: 13px/1.45 ui-monospace, monospace; overflow-wrap: normal; } pre.words { white-space: pre-wrap; overflow-wrap: anywhere; }
        code { font-family: ui-monospace, monospace; }
        section { border-top: 1px solid var(--line); margin-top: 2rem; } section.kata { border: 0; margin: 1.25rem 0 0 0; }
        ul.tests { list-style: none; padding: 0; } ul.tests li { padding-left: 1.4rem; text-indent: -1.4rem; } ul.tests pre { text-indent: 0; } summary { cursor: pointer; }
        .source span { display: block; white-space: pre; min-width: max-content; padding-left: .4rem; border-left: .3rem solid transparent; }
        .source .hit { background: var(--hit); border-color: var(--green); } .source .miss { background: var(--miss); border-color: var(--red); }
        .source i { display: inline-block; width: 6.5rem; color: var(--text); font-style: normal; user-select: none; }
        @media print { input, th button::after { display: none; } }

        """;
}
