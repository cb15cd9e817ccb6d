using System.Globalization;
using System.Text;

namespace Katas.Harness.Probes;

/// <summary>Writes down what happened, in the order in which it did, from any thread. Its text belongs into an assertion's message.</summary>
public sealed class EventLog
{
    private readonly StateMonitor _monitor = new();
    private readonly List<LogEntry> _entries = [];
    private readonly TimeSpan? _limit;

    /// <summary>Makes an empty log.</summary>
    /// <param name="limit">How long <see cref="WaitFor"/> waits; without it, a few seconds.</param>
    public EventLog(TimeSpan? limit = null) => _limit = limit;

    /// <summary>What has happened so far.</summary>
    public IReadOnlyList<LogEntry> Entries => _monitor.Read(() => _entries.ToArray());

    /// <summary>Writes a line.</summary>
    /// <param name="what">What happened.</param>
    public void Add(string what)
    {
        var entry = new LogEntry(what, Environment.CurrentManagedThreadId, ThreadLabel.Name);
        _monitor.Change(() => _entries.Add(entry));
    }

    /// <summary>How often something happened.</summary>
    /// <param name="what">What.</param>
    public int Count(string what) =>
        _monitor.Read(() => _entries.Count(entry => entry.What == what));

    /// <summary>Whether one thing first happened before another did.</summary>
    /// <param name="first">What should come first.</param>
    /// <param name="second">What should come later.</param>
    /// <exception cref="ProbeException">One of the two never happened, so there is no order to speak of.</exception>
    public bool Before(string first, string second) =>
        _monitor.Read(() => IndexOf(first) < IndexOf(second));

    /// <summary>Blocks until something has happened.</summary>
    /// <param name="what">What.</param>
    /// <param name="times">How often.</param>
    /// <exception cref="ProbeException">It did not happen.</exception>
    public void WaitFor(string what, int times = 1) =>
        Waiter.Block(Happened(what, times), _limit, () => Missing(what, times));

    /// <summary>As <see cref="WaitFor"/>, without a thread.</summary>
    /// <param name="what">What.</param>
    /// <param name="times">How often.</param>
    /// <exception cref="ProbeException">It did not happen.</exception>
    public Task WaitForAsync(string what, int times = 1) =>
        Waiter.Await(Happened(what, times), _limit, () => Missing(what, times));

    /// <summary>
    /// The log, a line an entry: <c>2. thread 7 'cook': order taken</c>; what one thread repeats has one line: <c>3. thread 7: round, 5 times in a row</c>.
    /// </summary>
    public override string ToString() => _monitor.Read(Print);

    private Task Happened(string what, int times) => _monitor.When(() => CountNow(what) >= times);

    private int CountNow(string what) => _entries.Count(entry => entry.What == what);

    private int IndexOf(string what) =>
        _entries.FindIndex(entry => entry.What == what) is var index and >= 0
            ? index
            : throw new ProbeException(
                $"'{what}' never happened, so it has no place in an order. Look at what should have done it. The log:\n{Print()}"
            );

    private string? Missing(string what, int times) =>
        _monitor.Read(() =>
            CountNow(what) >= times
                ? null
                : $"'{what}' to happen {times} times: it happened {CountNow(what)} times. Look at what the last line of the log was waiting for. The log:\n{Print()}"
        );

    private string Print()
    {
        if (_entries.Count == 0)
            return "(nothing happened)";
        var text = new StringBuilder();
        for (var i = 0; i < _entries.Count; )
        {
            var times = _entries.Skip(i).TakeWhile(entry => entry == _entries[i]).Count();
            text.Append(
                CultureInfo.InvariantCulture,
                $"{i + 1}. {_entries[i].Thread}: {_entries[i].What}"
            );
            if (times > 1)
                text.Append(CultureInfo.InvariantCulture, $", {times} times in a row");
            text.Append('\n');
            i += times;
        }
        return text.ToString().TrimEnd('\n');
    }
}
