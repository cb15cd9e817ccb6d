using Spectre.Console;

namespace Katas.Harness.Cli.Timing;

/// <summary>
/// Progress on standard error: a bar that lives in place on a terminal, plain lines anywhere else. It draws only between
/// two timed runs, so that it takes no processor from what is timed.
/// </summary>
internal static class ProgressView
{
    public static Task Run(Func<IProgressView, Task> work)
    {
        var console = Terminal.Error();
        if (!console.Profile.Capabilities.Ansi)
            return work(new PlainLines(Console.Error));
        return console
            .Progress()
            .AutoRefresh(false)
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => work(new LiveBar(context)));
    }

    private sealed class PlainLines(TextWriter writer) : IProgressView
    {
        public void ShowStep(string step) => writer.WriteLine(step);

        public void ShowRound(string title, int done, int rounds) =>
            writer.WriteLine($"{title}: round {done} of {rounds}");
    }

    private sealed class LiveBar(ProgressContext context) : IProgressView
    {
        private readonly ProgressTask _bar = context.AddTask("starting");

        public void ShowStep(string step)
        {
            _bar.Description = Markup.Escape(step);
            context.Refresh();
        }

        public void ShowRound(string title, int done, int rounds)
        {
            _bar.MaxValue = rounds;
            _bar.Value = done;
            ShowStep($"{title}: round {done} of {rounds}");
        }
    }
}
