namespace Katas.Harness.Engine.Mutants;

/// <summary>Each operator, on code that it changes and on code that it leaves alone.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class MutationOperatorTests
{
    [TestCase(
        "lock-removed",
        "public int Count; public void Add() { lock (_gate) { Count++; } }",
        "public int Count; public void Add() { { Count++; } }"
    )]
    [TestCase(
        "lock-narrowed",
        "public int Count; public void Add() { lock (_gate) { Count++; Count += 2; } }",
        "public int Count; public void Add() { { Count++; lock (_gate) { Count += 2; } } }",
        "public int Count; public void Add() { { lock (_gate) { Count++; } Count += 2; } }"
    )]
    [TestCase(
        "lock-narrowed",
        "public int Count; public bool Add() { lock (_gate) { Count++; Count += 2; return true; } }",
        "public int Count; public bool Add() { { Count++; lock (_gate) { Count += 2; return true; } } }"
    )]
    [TestCase(
        "lock-narrowed",
        "public int Count; public int Add() { lock (_gate) { Count++; return Count; } }",
        "public int Count; public int Add() { { Count++; lock (_gate) { return Count; } } }",
        "public int Count; public int Add() { { lock (_gate) { Count++; } return Count; } }"
    )]
    [TestCase(
        "lock-on-new-object",
        "public void Add() { lock (_gate) { Console.Write(1); } }",
        "public void Add() { lock (new object()) { Console.Write(1); } }"
    )]
    [TestCase(
        "lock-on-other-object",
        "private readonly object _other = new(); public void Add() { lock (_other) { Console.Write(1); } }",
        "private readonly object _other = new(); public void Add() { lock (_gate) { Console.Write(1); } }"
    )]
    [TestCase(
        "while-to-if",
        "public int Count; public void Take() { lock (_gate) { while (Count == 0) Monitor.Wait(_gate); } }",
        "public int Count; public void Take() { lock (_gate) { if (Count == 0) Monitor.Wait(_gate); } }"
    )]
    [TestCase(
        "pulse-for-pulse-all",
        "public void Add() { lock (_gate) { Monitor.PulseAll(_gate); } }",
        "public void Add() { lock (_gate) { Monitor.Pulse(_gate); } }"
    )]
    [TestCase(
        "signal-removed",
        "public void Add(ManualResetEventSlim done) { done.Set(); }",
        "public void Add(ManualResetEventSlim done) { ; }"
    )]
    [TestCase(
        "signal-before-state",
        "public int Count; public void Add(ManualResetEventSlim done) { Count = 1; done.Set(); }",
        "public int Count; public void Add(ManualResetEventSlim done) { done.Set(); Count = 1; }"
    )]
    [TestCase(
        "interlocked-to-plain",
        "private int _count; public void Add() { Interlocked.Increment(ref _count); }",
        "private int _count; public void Add() { ++_count; }"
    )]
    [TestCase(
        "interlocked-to-plain",
        "private int _count; public int Add(int bowls) => Interlocked.Add(ref _count, bowls);",
        "private int _count; public int Add(int bowls) => (_count += bowls);"
    )]
    [TestCase(
        "interlocked-to-plain",
        "private object? _first; public void Add(object bowl) { Interlocked.CompareExchange(ref _first, bowl, null); }",
        "private object? _first; public void Add(object bowl) { _first = _first == null ? bowl : _first; }"
    )]
    [TestCase(
        "interlocked-to-plain",
        "private int _count; public Action<int> Add() => bowls => Interlocked.Add(ref _count, bowls);",
        "private int _count; public Action<int> Add() => bowls => _count += bowls;"
    )]
    [TestCase(
        "volatile-removed",
        "private volatile bool _stop; public bool Stop => _stop;",
        "private bool _stop; public bool Stop => _stop;"
    )]
    [TestCase(
        "volatile-removed",
        "private int _count; public int Add() { Volatile.Write(ref _count, 1); return Volatile.Read(ref _count); }",
        "private int _count; public int Add() { _count = 1; return Volatile.Read(ref _count); }",
        "private int _count; public int Add() { Volatile.Write(ref _count, 1); return (_count); }"
    )]
    [TestCase(
        "token-not-passed",
        "public Task Wait(CancellationToken stop) => Task.Delay(1, stop);",
        "public Task Wait(CancellationToken stop) => Task.Delay(1, System.Threading.CancellationToken.None);"
    )]
    [TestCase(
        "other-token",
        "public Task Wait(CancellationToken stop, CancellationToken other) => Task.Delay(1, stop);",
        "public Task Wait(CancellationToken stop, CancellationToken other) => Task.Delay(1, other);"
    )]
    [TestCase(
        "token-not-checked",
        "public void Go(CancellationToken stop) { stop.ThrowIfCancellationRequested(); }",
        "public void Go(CancellationToken stop) { ; }"
    )]
    [TestCase(
        "token-not-checked",
        "public bool Go(CancellationToken stop) => stop.IsCancellationRequested;",
        "public bool Go(CancellationToken stop) => false;",
        "public bool Go(CancellationToken stop) => true;"
    )]
    [TestCase(
        "cancellation-swallowed",
        "public async Task Wait(CancellationToken stop) { await Task.Delay(1, stop); }",
        "public async Task Wait(CancellationToken stop) { try { await Task.Delay(1, stop); } catch (System.OperationCanceledException) { } }"
    )]
    [TestCase(
        "cancellation-to-fault",
        "public async Task Wait(CancellationToken stop) { await Task.Delay(1, stop); }",
        "public async Task Wait(CancellationToken stop) { try { await Task.Delay(1, stop); } catch (System.OperationCanceledException __stop) { throw new System.InvalidOperationException(__stop.Message, __stop); } }"
    )]
    [TestCase(
        "cancellation-to-fault",
        "public Task Stop(CancellationToken stop) => Task.FromCanceled(stop);",
        "public Task Stop(CancellationToken stop) => Task.FromException(new System.InvalidOperationException());"
    )]
    [TestCase(
        "await-dropped",
        "public async Task Wait() { await Task.Yield(); await Task.Delay(1); }",
        "public async Task Wait() { _ = Task.Yield(); await Task.Delay(1); }",
        "public async Task Wait() { await Task.Yield(); _ = Task.Delay(1); }"
    )]
    [TestCase(
        "blocked-for-await",
        "public async Task<int> Wait() => await Task.FromResult(1);",
        "public async Task<int> Wait() => (Task.FromResult(1)).GetAwaiter().GetResult();"
    )]
    [TestCase(
        "run-on-caller",
        "public Thread Go(Action work) => new Thread(() => work());",
        "public Thread Go(Action work) => new Thread(((System.Func<System.Threading.ThreadStart>)(() => { System.Threading.ThreadStart __work = () => work(); __work(); return () => { }; }))());"
    )]
    [TestCase(
        "run-on-caller",
        "public Task<int> Go(Func<int> work) => Task.Run(work);",
        "public Task<int> Go(Func<int> work) => System.Threading.Tasks.Task.CompletedTask.ContinueWith(_ => ((global::System.Func<int>)(work))(), default, System.Threading.Tasks.TaskContinuationOptions.ExecuteSynchronously, System.Threading.Tasks.TaskScheduler.Default);"
    )]
    [TestCase(
        "run-on-pool",
        "public Thread Go(Action work) => new Thread(() => work());",
        "public Thread Go(Action work) => new Thread(() => System.Threading.Tasks.Task.Run((System.Action)(() => work())).Wait());"
    )]
    [TestCase(
        "run-on-pool",
        "public Task<int> Go(Func<Task<int>> work) => work();",
        "public Task<int> Go(Func<Task<int>> work) => System.Threading.Tasks.Task.Run(() => work());"
    )]
    [TestCase(
        "run-on-new-thread",
        "public Task<int> Go(Func<Task<int>> work) => work();",
        "public Task<int> Go(Func<Task<int>> work) => System.Threading.Tasks.TaskExtensions.Unwrap(System.Threading.Tasks.Task.Factory.StartNew(() => work(), System.Threading.CancellationToken.None, System.Threading.Tasks.TaskCreationOptions.LongRunning, System.Threading.Tasks.TaskScheduler.Default));"
    )]
    [TestCase(
        "continuation-inline",
        "public TaskCompletionSource Source = new(TaskCreationOptions.RunContinuationsAsynchronously);",
        "public TaskCompletionSource Source = new(TaskCreationOptions.None);"
    )]
    [TestCase(
        "one-after-the-other",
        "public void Go(Thread one) { one.Start(); }",
        "public void Go(Thread one) { one.Start(); one.Join(); }"
    )]
    [TestCase(
        "one-after-the-other",
        "public async Task Go(Func<Task> work) { var one = work(); await Task.WhenAll(one, work()); }",
        "public async Task Go(Func<Task> work) { var one = work(); await one; await Task.WhenAll(one, work()); }"
    )]
    [TestCase(
        "one-after-the-other",
        "public Task<int[]> Go(IEnumerable<Task<int>> all) => Task.WhenAll(all);",
        "public Task<int[]> Go(IEnumerable<Task<int>> all) => ((System.Func<System.Threading.Tasks.Task<int[]>>)(async () => { var __results = new System.Collections.Generic.List<int>(); foreach (var __task in all) __results.Add(await __task); return __results.ToArray(); }))();"
    )]
    [TestCase(
        "degree-by-one",
        "public ParallelOptions Go(int degree) => new() { MaxDegreeOfParallelism = degree };",
        "public ParallelOptions Go(int degree) => new() { MaxDegreeOfParallelism = degree + 1 };",
        "public ParallelOptions Go(int degree) => new() { MaxDegreeOfParallelism = degree - 1 };"
    )]
    [TestCase(
        "join-removed",
        "public void Go(Thread one) { one.Join(); }",
        "public void Go(Thread one) { ; }"
    )]
    [TestCase(
        "join-removed",
        "public bool Go(Thread one) => one.Join(1);",
        "public bool Go(Thread one) => true;"
    )]
    [TestCase(
        "foreground-thread",
        "public Thread Go(Action work) => new Thread(() => work()) { IsBackground = true };",
        "public Thread Go(Action work) => new Thread(() => work()) { IsBackground = false };"
    )]
    [TestCase(
        "dispose-removed",
        "public void Go() { using var timer = new PeriodicTimer(TimeSpan.FromDays(1)); }",
        "public void Go() { var timer = new PeriodicTimer(TimeSpan.FromDays(1)); }"
    )]
    [TestCase(
        "dispose-removed",
        "public void Go(IDisposable one) { one.Dispose(); }",
        "public void Go(IDisposable one) { ; }"
    )]
    [TestCase(
        "dispose-removed",
        "public void Go(Func<IDisposable> open) { using (var one = open()) { Console.Write(one); } }",
        "public void Go(Func<IDisposable> open) { { var one = open(); { Console.Write(one); } } }"
    )]
    [TestCase(
        "limit-ignored",
        "public int Go(int limit, int count) => Math.Min(limit, count);",
        "public int Go(int limit, int count) => limit;",
        "public int Go(int limit, int count) => count;"
    )]
    [TestCase(
        "limit-ignored",
        "public bool Go(Thread one, TimeSpan time) => one.Join(time);",
        "public bool Go(Thread one, TimeSpan time) => one.Join(System.Threading.Timeout.InfiniteTimeSpan);"
    )]
    [TestCase(
        "results-by-completion",
        "public int[] Go(int count) { var all = new int[count]; Parallel.For(0, count, i => all[i] = i); return all; }",
        "public int[] Go(int count) { var __came = -1; var all = new int[count]; Parallel.For(0, count, i => { var __value = i; all[System.Threading.Interlocked.Increment(ref __came)] = __value; }); return all; }"
    )]
    [TestCase(
        "condition-boundary",
        "public bool Go(int a) => a < 1;",
        "public bool Go(int a) => a <= 1;"
    )]
    [TestCase(
        "condition-boundary",
        "public bool Go(int a) => a is >= 1;",
        "public bool Go(int a) => a is > 1;"
    )]
    [TestCase(
        "condition-negated",
        "public bool Go(int a) => a == 1;",
        "public bool Go(int a) => a != 1;"
    )]
    [TestCase(
        "condition-negated",
        "public void Go(bool a) { if (!a) Console.Write(1); }",
        "public void Go(bool a) { if (a) Console.Write(1); }"
    )]
    [TestCase(
        "condition-negated",
        "public int Go(int a) => a > 1 ? 2 : 3;",
        "public int Go(int a) => !(a > 1) ? 2 : 3;"
    )]
    [TestCase(
        "condition-part-removed",
        "public bool Go(bool a, bool b) => a && b;",
        "public bool Go(bool a, bool b) => a;",
        "public bool Go(bool a, bool b) => b;",
        "public bool Go(bool a, bool b) => a || b;"
    )]
    [TestCase(
        "arithmetic-changed",
        "public int Go(int a) => a + 1;",
        "public int Go(int a) => a - 1;"
    )]
    [TestCase(
        "arithmetic-changed",
        "public long Count; public void Go() { Count += 2; }",
        "public long Count; public void Go() { Count -= 2; }"
    )]
    [TestCase(
        "constant-changed",
        "public int Go() => 7;",
        "public int Go() => 8;",
        "public int Go() => 6;"
    )]
    [TestCase("constant-changed", "public bool Go() => true;", "public bool Go() => false;")]
    [TestCase(
        "throw-removed",
        "public void Go(int a) { if (a < 1) throw new ArgumentException(); }",
        "public void Go(int a) { if (a < 1) ; }"
    )]
    [TestCase(
        "throw-removed",
        "public void Go(int a) { ArgumentOutOfRangeException.ThrowIfNegative(a); }",
        "public void Go(int a) { ; }"
    )]
    [TestCase(
        "catch-emptied",
        "public void Go(Action a) { try { a(); } catch (Exception e) when (e is IOException) { Console.Write(1); } }",
        "public void Go(Action a) { try { a(); } catch (Exception e) when (e is IOException) { } }",
        "public void Go(Action a) { try { a(); } catch (Exception e) { Console.Write(1); } }"
    )]
    [TestCase(
        "statement-removed",
        "public void Go(Action a) { a(); }",
        "public void Go(Action a) { ; }"
    )]
    [TestCase(
        "arguments-swapped",
        "public string Go(string a, string b) => a.Replace(a, b);",
        "public string Go(string a, string b) => a.Replace(b, a);"
    )]
    [TestCase(
        "arguments-swapped",
        "public (int, int) Go(int a, int b) => (a, b);",
        "public (int, int) Go(int a, int b) => (b, a);"
    )]
    [TestCase(
        "default-returned",
        "public string Go(string a) { return a; }",
        "public string Go(string a) { return default!; }"
    )]
    [TestCase(
        "default-returned",
        "public bool Go(int a) => a > 1;",
        "public bool Go(int a) => true;",
        "public bool Go(int a) => false;"
    )]
    [TestCase(
        "other-end",
        "public int Go(int[] a) => a.First();",
        "public int Go(int[] a) => a.Last();"
    )]
    [TestCase("other-end", "public int Go(int[] a) => a[^1];", "public int Go(int[] a) => a[0];")]
    [TestCase(
        "enumeration-reversed",
        "public void Go(List<int> all) { foreach (var a in all) Console.Write(a); }",
        "public void Go(List<int> all) { foreach (var a in System.Linq.Enumerable.Reverse(System.Linq.Enumerable.ToArray(all))) Console.Write(a); }"
    )]
    [TestCase(
        "enumerated-twice",
        "public List<int> Go(IEnumerable<int> all) { return all.ToList(); }",
        "public List<int> Go(IEnumerable<int> all) { _ = System.Linq.Enumerable.Count(all); return all.ToList(); }"
    )]
    [TestCase(
        "static-state",
        "private int _count; public void Go() => _count++;",
        "private static int _count; public void Go() => _count++;"
    )]
    [TestCase(
        "int-for-long",
        "public long Go(int a) => (long)a;",
        "public long Go(int a) => (int)a;"
    )]
    public void An_operator_changes_what_it_is_for(
        string change,
        string before,
        params string[] after
    ) => Assert.That(Mutating.Make(change, before), Is.EqualTo(after));

    [TestCase("lock-removed", "public int Count; public void Add() { Count++; }")]
    [TestCase("lock-narrowed", "public int Count; public void Add() { lock (_gate) { Count++; } }")]
    [TestCase(
        "static-state",
        "private readonly object _own = new(); private readonly Lock _lock = new();"
    )]
    [TestCase("arguments-swapped", "public int Go(int a, int b) => Math.Min(a, b);")]
    [TestCase("constant-changed", "public void Go(bool all = false, int most = 7) { }")]
    [TestCase("lock-on-new-object", "public void Add() { Monitor.Enter(_gate); }")]
    [TestCase("lock-on-other-object", "public void Add() { lock (_gate) { Console.Write(1); } }")]
    [TestCase(
        "while-to-if",
        "public int Count; public void Take() { while (Count == 0) Count++; }"
    )]
    [TestCase(
        "pulse-for-pulse-all",
        "public void Add() { lock (_gate) { Monitor.Pulse(_gate); } }"
    )]
    [TestCase("signal-removed", "public void Add(ManualResetEventSlim done) { done.Wait(); }")]
    [TestCase(
        "signal-before-state",
        "public int Count; public void Add(ManualResetEventSlim done) { done.Set(); Count = 1; }"
    )]
    [TestCase(
        "interlocked-to-plain",
        "private int _count; public void Add() { Volatile.Write(ref _count, 1); }"
    )]
    [TestCase(
        "volatile-removed",
        "private int _count; public int Add() => Interlocked.Increment(ref _count);"
    )]
    [TestCase("token-not-passed", "public Task Wait() => Task.Delay(1, CancellationToken.None);")]
    [TestCase("other-token", "public Task Wait(CancellationToken stop) => Task.Delay(1, stop);")]
    [TestCase("token-not-checked", "public bool Go(CancellationToken stop) => stop.CanBeCanceled;")]
    [TestCase("cancellation-swallowed", "public async Task Wait() { await Task.Delay(1); }")]
    [TestCase("cancellation-to-fault", "public async Task Wait() { await Task.Delay(1); }")]
    [TestCase("await-dropped", "public async Task<int> Wait() => await Task.FromResult(1);")]
    [TestCase("blocked-for-await", "public async Task Wait() { await Task.Yield(); }")]
    [TestCase("run-on-caller", "public Task<int> Go(Func<Task<int>> work) => work();")]
    [TestCase("run-on-pool", "public int Go(Func<int> work) => work();")]
    [TestCase("run-on-new-thread", "public int Go(Func<int> work) => work();")]
    [TestCase(
        "continuation-inline",
        "public TaskCompletionSource Source = new(TaskCreationOptions.AttachedToParent);"
    )]
    [TestCase("one-after-the-other", "public void Go(Thread one) { one.Join(); }")]
    [TestCase("degree-by-one", "public int Go(int bowls) => Math.Abs(bowls);")]
    [TestCase("join-removed", "public string Go(string[] all) => string.Join(' ', all);")]
    [TestCase("foreground-thread", "public Thread Go(Action work) => new Thread(() => work());")]
    [TestCase(
        "dispose-removed",
        "public void Go() { var timer = new PeriodicTimer(TimeSpan.FromDays(1)); }"
    )]
    [TestCase("limit-ignored", "public int Go(int limit, int count) => Math.Max(limit, count);")]
    [TestCase(
        "results-by-completion",
        "public int[] Go(int count) { var all = new int[count]; for (var i = 0; i < count; i++) all[i] = i; return all; }"
    )]
    [TestCase("condition-boundary", "public bool Go(int a) => a == 1;")]
    [TestCase("condition-negated", "public bool Go(int a) => a < 1;")]
    [TestCase("condition-part-removed", "public bool Go(bool a, bool b) => a == b;")]
    [TestCase("arithmetic-changed", "public string Go(string a) => a + 1;")]
    [TestCase("constant-changed", "[Obsolete(\"\", false)] public string Go() => \"7\";")]
    [TestCase(
        "throw-removed",
        "public void Go(CancellationToken stop) { stop.ThrowIfCancellationRequested(); }"
    )]
    [TestCase("catch-emptied", "public void Go(Action a) { try { a(); } catch (IOException) { } }")]
    [TestCase("statement-removed", "public int Go(int a) { return a; }")]
    [TestCase("arguments-swapped", "public string Go(string a, int b) => a.Insert(b, a);")]
    [TestCase("default-returned", "public void Go(Action a) => a();")]
    [TestCase("other-end", "public int Go(int[] a) => a[1];")]
    [TestCase(
        "enumeration-reversed",
        "public void Go(List<Thread> all) { foreach (var a in all) a.Join(); }"
    )]
    [TestCase("enumeration-reversed", "public int Go(List<int> all) => all.Count();")]
    [TestCase(
        "enumeration-reversed",
        "public int Go(List<int> all) => all.Select(a => a + 1).Max();"
    )]
    [TestCase(
        "enumerated-twice",
        "public List<int> Go(IReadOnlyList<int> all) { return all.ToList(); }"
    )]
    [TestCase("static-state", "private const int Count = 1; public int Go() => Count;")]
    [TestCase("int-for-long", "public int Go(int a) => (int)a;")]
    public void An_operator_leaves_other_code_alone(string change, string code) =>
        Assert.That(Mutating.Make(change, code), Is.Empty);

    [Test]
    public void Every_operator_is_tried_on_both()
    {
        var tried = typeof(MutationOperatorTests)
            .GetMethods()
            .ToLookup(
                method => method.Name,
                method =>
                    method
                        .GetCustomAttributes(typeof(TestCaseAttribute), false)
                        .Cast<TestCaseAttribute>()
                        .Select(row => (string)row.Arguments[0]!)
            );
        var names = MutationOperators.All.Select(change => change.Name).ToHashSet();

        Assert.That(Names(nameof(An_operator_changes_what_it_is_for)), Is.EquivalentTo(names));
        Assert.That(Names(nameof(An_operator_leaves_other_code_alone)), Is.EquivalentTo(names));

        IEnumerable<string> Names(string test) =>
            tried[test].SelectMany(row => row).Distinct(StringComparer.Ordinal);
    }
}
