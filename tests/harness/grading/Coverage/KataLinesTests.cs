using Katas.Harness.Engine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Coverage;

/// <summary>Which lines count, whatever else a submission contains: those marked with <c>// counts</c>, and no others.</summary>
[TestFixture]
public sealed class KataLinesTests
{
    private const string Threads = "03-first-thread";
    private const string Orders = "05-lost-orders";
    private const string Mark = "// counts";

    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();
    private readonly ChapterEngine _engine = new(Paths, new EngineOptions { SpareHosts = 0 });

    [OneTimeSetUp]
    public Task Build() => _engine.Prepare([Threads, Orders]);

    [OneTimeTearDown]
    public async Task Close() => await _engine.DisposeAsync();

    [Test]
    public Task A_brace_is_no_line_and_a_statement_counts_where_it_begins() =>
        Counts(
            """
            public static Thread Launch(Action action)
            {
                var thread = new Thread( // counts
                    action.Invoke
                );
                if (action is null) // counts
                {
                    throw new ArgumentNullException( // counts
                        nameof(action)
                    );
                }
                thread.Start(); // counts
                return thread; // counts
            }
            """
        );

    [Test]
    public Task What_the_compiler_jumps_over_is_no_line() =>
        Counts(
            """
            public static Thread Launch(Action action) =>
                action switch
                {
                    null => throw new ArgumentNullException(nameof(action)), // counts
                    { } body => new Thread(() => body()), // counts
                };
            """
        );

    [Test]
    public Task Lambdas_local_functions_and_private_methods_count() =>
        Counts(
            """
            public static Thread Launch(Action action)
            {
                return Run(() => // counts
                {
                    action(); // counts
                });

                Thread Run(Action body)
                {
                    return Started(body); // counts
                }
            }

            private static Thread Started(Action action)
            {
                var thread = new Thread(action.Invoke); // counts
                thread.Start(); // counts
                return thread; // counts
            }
            """
        );

    [Test]
    public Task Async_methods_and_iterators_count() =>
        Counts(
            """
            public static Thread Launch(Action action)
            {
                foreach (var one in Ones()) // counts
                    _ = RunAsync(one); // counts
                return Thread.CurrentThread; // counts
            }

            private static IEnumerable<int> Ones()
            {
                yield return 1; // counts
            }

            private static async Task RunAsync(int one)
            {
                await Task.Yield(); // counts
                Console.WriteLine(one); // counts
            }

            private static async Task UnusedAsync()
            {
                await Task.Yield();
            }
            """
        );

    [Test]
    public Task Members_of_other_types_count_when_they_are_called() =>
        Counts(
            """
            public static Thread Launch(Action action)
            {
                var box = new Box<Action>(action) { Name = "n" }; // counts
                return box.Start(); // counts
            }

            private sealed class Box<T>
            {
                private readonly List<T> _used = new(); // counts
                private readonly List<T> _unused = new();

                public Box(T value) // counts
                {
                    _used.Add(value); // counts
                }

                public Box(T value, int unused)
                {
                    _used.Add(value);
                }

                public string Name
                {
                    get { return "unused"; }
                    set { Console.WriteLine(value); } // counts
                }

                public Thread Start()
                {
                    return new Thread(() => Console.WriteLine(_used)); // counts
                }

                public override string ToString()
                {
                    return "unused";
                }
            }
            """
        );

    [Test]
    public Task What_implements_an_interface_counts_when_it_is_created() =>
        Counts(
            """
            private interface IStart
            {
                Thread Start();
                Thread Unused();
            }

            public static Thread Launch(Action action)
            {
                IStart start = new Created(); // counts
                using var end = (IDisposable)start; // counts
                return start.Start(); // counts
            }

            private sealed class Created : IStart, IDisposable
            {
                public Thread Start()
                {
                    return Thread.CurrentThread; // counts
                }

                public Thread Unused()
                {
                    return Thread.CurrentThread;
                }

                public void Dispose()
                {
                    Console.WriteLine(); // counts
                }
            }

            private sealed class NotCreated : IStart
            {
                public Thread Start()
                {
                    return Thread.CurrentThread;
                }

                public Thread Unused()
                {
                    return Thread.CurrentThread;
                }
            }
            """
        );

    [Test]
    public Task What_the_framework_calls_and_what_is_created_by_its_type_count() =>
        Counts(
            """
            public static Thread Launch(Action action)
            {
                Array.Sort(new[] { 1, 2 }, Make<Backwards>()); // counts
                return Thread.CurrentThread; // counts
            }

            private static T Make<T>() where T : new()
            {
                return new T(); // counts
            }

            private sealed class Backwards : Comparer<int>
            {
                public override int Compare(int x, int y)
                {
                    return y.CompareTo(x); // counts
                }
            }
            """
        );

    [Test]
    public Task Static_initialisers_count_with_the_fields_that_are_used() =>
        Counts(
            """
            private static readonly List<int> Used = new(); // counts
            private static readonly List<int> Unused = Padding();

            public static Thread Launch(Action action)
            {
                Used.Add(1); // counts
                return Thread.CurrentThread; // counts
            }

            private static List<int> Padding()
            {
                return new();
            }
            """
        );

    [Test]
    public Task Padding_and_attributes_change_nothing() =>
        Counts(
            """
            public static int Padding = Pad();

            public static Thread Launch(Action action, int padding)
            {
                return Launch(action);
            }

            [System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
            [System.Diagnostics.DebuggerHidden]
            [System.Runtime.CompilerServices.CompilerGenerated]
            public static Thread Launch(Action action)
            {
                throw new NotImplementedException(); // counts
            }

            public static int Pad()
            {
                return 1;
            }

            static Threads()
            {
                Pad();
            }

            private static class PaddingClass
            {
                private static int Pad()
                {
                    return 1;
                }
            }
            """
        );

    [Test]
    public Task A_line_that_is_not_in_the_file_does_not_count() =>
        Counts(
            """
            public static Thread Launch(Action action)
            {
                action(); // counts
            #line 9000
                action();
                return Thread.CurrentThread;
            }
            """
        );

    [Test]
    public async Task Helpers_in_other_files_count()
    {
        var lines = await Lines(
            Threads,
            "Launch",
            ("Threads.cs", Class("public static Thread Launch(Action action) => Help.Start();")),
            (
                "helpers/Help.cs",
                """
                namespace Katas.FirstThread;
                public static class Help
                {
                    public static Thread Start()
                    {
                        return Thread.CurrentThread;
                    }
                }
                """
            )
        );

        Assert.That(lines, Is.EqualTo(["Threads.cs:4", "helpers/Help.cs:6"]));
    }

    [Test]
    public async Task What_the_compiler_generates_does_not_count()
    {
        var lines = await Lines(
            Threads,
            "Launch",
            (
                "Threads.cs",
                """
                using System.Text.RegularExpressions;
                namespace Katas.FirstThread;
                public static partial class Threads
                {
                    public static Thread Launch(Action action) =>
                        new(() => Letter().IsMatch("a"));

                    [GeneratedRegex("[a-z]+b|c")]
                    private static partial Regex Letter();
                }
                """
            )
        );

        Assert.That(lines, Is.EqualTo(["Threads.cs:6"]));
    }

    [Test]
    public async Task A_type_gives_its_constructor_and_what_no_kata_names_to_its_first_kata()
    {
        const string Book = """
            namespace Katas.LostOrders;
            public sealed class OrderBook
            {
                private readonly Lock _gate = new(); // counts
                private readonly int _padding = Pad();
                private int _orders = 0; // counts

                public void Add(int bowls)
                {
                    // The compiler does not say where a lock on a Lock stands.
                    lock (_gate)
                        _orders += bowls; // counts
                }

                public OrderTotal Total() => new(_orders, 0); // counts

                public void Reset() => _orders = 0;

                private static int Pad() => 1;
            }
            """;
        var total = Path.Combine(Paths.Solutions, Orders, "OrderTotal.cs");

        var lines = await Lines(
            Orders,
            "Add",
            ("OrderBook.cs", Book),
            ("OrderTotal.cs", await File.ReadAllTextAsync(total))
        );

        Assert.That(
            lines.Where(line => line.StartsWith("OrderBook", StringComparison.Ordinal)),
            Is.EqualTo(Marked("OrderBook.cs", Book))
        );
    }

    [Test]
    public async Task What_the_solution_keeps_to_itself_is_not_asked_for()
    {
        const string Tally = """
            namespace Katas.LostOrders;
            public static class Tally
            {
                public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers) =>
                    0; // counts

                private static int CountShare(IReadOnlyList<string> orders, Func<string, bool> isWanted, int worker, int workers) =>
                    1;
            }
            """;

        Assert.That(
            await Lines(Orders, "Count", ("Tally.cs", Tally)),
            Is.EqualTo(Marked("Tally.cs", Tally))
        );
    }

    [Test]
    public async Task A_kata_without_code_has_no_lines() =>
        Assert.That(
            await Lines(Threads, "Launch", ("Threads.cs", Class("static int No;"))),
            Is.Empty
        );

    private async Task Counts(string members)
    {
        var text = Class(members);

        var lines = await Lines(Threads, "Launch", ("Threads.cs", text));

        Assert.That(lines, Is.EqualTo(Marked("Threads.cs", text)));
    }

    private static string Class(string members) =>
        $$"""
            namespace Katas.FirstThread;
            public static class Threads
            {
            {{members}}
            }
            """;

    private static IEnumerable<string> Marked(string file, string text) =>
        text.Split('\n')
            .Select((line, i) => (line, number: i + 1))
            .Where(one => one.line.Contains(Mark, StringComparison.Ordinal))
            .Select(one => $"{file}:{one.number}");

    private async Task<IReadOnlyList<string>> Lines(
        string slug,
        string kata,
        params (string Name, string Text)[] files
    )
    {
        var sources = new ChapterSources([
            .. files.Select(file => new SourceFile(file.Name, file.Text)),
        ]);
        var compiled = await _engine.Compile(slug, sources);
        Assert.That(compiled.Errors, Is.Empty);
        var tests = TestAssembly.Read(_engine.TestAssemblyOf(slug));
        var solution = tests.Path.Replace(".Tests.dll", ".dll", StringComparison.Ordinal);

        var measured = new CoverageInstrumenter(tests.Katas, solution).Instrument(
            compiled,
            sources.Files
        );

        return
        [
            .. (measured?.Map.Katas ?? [])
                .Where(lines => lines.Kata == kata)
                .SelectMany(lines => lines.Lines)
                .Select(line => $"{line.File}:{line.Line}"),
        ];
    }
}
