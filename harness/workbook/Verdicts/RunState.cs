namespace Katas.Harness.Workbook.Verdicts;

/// <summary>
/// Which tests of a chapter there are, which have their verdict and which are running; and which of them is at fault when a test process is
/// lost. The one policy for <c>dotnet test</c> and for the engine: the accident costs its own test, and the remaining tests run on in a fresh
/// process.
/// </summary>
public sealed class RunState
{
    private readonly Dictionary<string, TestVerdict> _verdicts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);
    private IReadOnlyList<TestName> _tests = [];
    private string? _latest;

    /// <summary>Whether a test process has said which tests there are.</summary>
    public bool IsDiscovered { get; private set; }

    /// <summary>Whether some verdict is neither passed nor skipped.</summary>
    public bool HasFailure => _verdicts.Values.Any(verdict => verdict.IsFailure);

    /// <summary>The tests without a verdict, in the order in which they run; none when nobody has said yet which there are.</summary>
    public IReadOnlyList<TestName> Left =>
        [.. _tests.Where(test => !_verdicts.ContainsKey(test.FullName))];

    /// <summary>The verdicts so far: in the order in which the tests run, and after them those on tests that nobody announced.</summary>
    public IReadOnlyList<TestVerdict> Verdicts =>
        [
            .. _tests
                .Where(test => _verdicts.ContainsKey(test.FullName))
                .Select(test => _verdicts[test.FullName])
                .Concat(
                    _verdicts.Values.Where(verdict =>
                        !_tests.Any(test => test.FullName == verdict.Test.FullName)
                    )
                ),
        ];

    /// <summary>A fresh test process begins.</summary>
    public void BeginHost()
    {
        _running.Clear();
        _latest = null;
    }

    /// <summary>A test process says which tests there are; the first to say so is believed.</summary>
    /// <param name="tests">All of them, in the order in which they run.</param>
    public void Discover(IReadOnlyList<TestName> tests)
    {
        if (IsDiscovered)
            return;
        _tests = tests;
        IsDiscovered = true;
    }

    /// <summary>A test starts.</summary>
    /// <param name="test">Its full name.</param>
    public void Start(string test) => _running.Add(test);

    /// <summary>A test has ended.</summary>
    /// <param name="verdict">How.</param>
    public void End(TestVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        _running.Remove(verdict.Test.FullName);
        _latest = verdict.Test.FullName;
        _verdicts[verdict.Test.FullName] = verdict;
    }

    /// <summary>The test process is lost: those at fault get their verdict.</summary>
    /// <param name="failure">How it was lost.</param>
    /// <returns>
    /// <see langword="null"/>, and what is <see cref="Left"/> can run on in a fresh process; or, when no test can be at fault, why the chapter
    /// cannot be run.
    /// </returns>
    public RunError? Fail(HostFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var guilty = Guilty();
        foreach (var test in guilty)
        {
            _verdicts[test] = new TestVerdict(
                Find(test),
                failure.Outcome,
                failure.Message,
                failure.StackTrace,
                ExitCode: failure.ExitCode
            );
        }
        BeginHost();
        return guilty.Count > 0 ? null : failure.ToRunError();
    }

    /// <summary>A test by its full name.</summary>
    /// <param name="fullName">The name.</param>
    public TestName Find(string fullName) =>
        _tests.FirstOrDefault(test => test.FullName == fullName)
        ?? new TestName(fullName, "", fullName, null);

    /// <summary>
    /// The tests that were running. Between two tests: the one before, which has left a thread behind that did it; but if the next one belongs to
    /// another class, the next, whose class is being constructed.
    /// </summary>
    private List<string> Guilty()
    {
        if (_running.Count > 0)
            return [.. _running];
        var next = Left.Count > 0 ? Left[0] : null;
        if (_latest is null || (next is not null && next.Class != Find(_latest).Class))
            return next is null ? [] : [next.FullName];
        return [_latest];
    }
}
