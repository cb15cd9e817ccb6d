using System.Numerics;
using System.Reflection;
using System.Text;
using Katas.Harness.Jobs;

namespace Katas.Harness.Pools.Processes;

public class JobMethodTests
{
    private readonly int _price = 7;

    [Test]
    public void A_static_method_is_found_again_by_its_description()
    {
        var job = LoadedJob.Load(JobMethod.Of<int, int>(Jobs.Next));

        Assert.That(job.Run("41"u8, CancellationToken.None), Is.EqualTo("42"u8.ToArray()));
    }

    [Test]
    public void Overloads_are_told_apart()
    {
        var job = LoadedJob.Load(JobMethod.Of<string, string>(Twice));

        Assert.That(job.Run("\"a\""u8, CancellationToken.None), Is.EqualTo("\"aa\""u8.ToArray()));
    }

    [Test]
    public void A_lambda_that_captures_is_refused_with_the_reason()
    {
        var price = _price;

        var e = Assert.Throws<ArgumentException>(() => JobMethod.Of<int, int>((n, _) => n * price));

        Assert.That(e.Message, Does.Contain("captures variables").And.Contain("static method"));
    }

    [Test]
    public void Whether_a_job_captures_something_can_be_told()
    {
        var price = _price;
        Func<int, CancellationToken, int> captures = (n, _) => n * price;
        Func<int, CancellationToken, int> capturesNothing = (n, _) => n * 3;

        Assert.That(JobMethod.CapturesNothing(capturesNothing), Is.True);
        Assert.That(JobMethod.CapturesNothing((Func<int, CancellationToken, int>)Jobs.Next));
        Assert.That(JobMethod.CapturesNothing(captures), Is.False);
        Assert.That(JobMethod.CapturesNothing((Func<int, CancellationToken, int>)Pay), Is.False);
    }

    [Test]
    public void A_method_of_an_object_is_refused_with_the_reason()
    {
        var e = Assert.Throws<ArgumentException>(() => JobMethod.Of<int, int>(Pay));

        Assert.That(e.Message, Does.Contain("JobMethodTests.Pay belongs to an object"));
    }

    [Test]
    public void A_job_that_returns_a_task_is_refused_with_the_reason()
    {
        var e = Assert.Throws<ArgumentException>(() => JobMethod.Of<int, Task<int>>(Later));

        Assert.That(e.Message, Does.Contain("cannot travel"));
    }

    [Test]
    public void A_job_that_returns_a_value_task_is_refused_with_the_reason()
    {
        var generic = Assert.Throws<ArgumentException>(() =>
            JobMethod.Of<int, ValueTask<int>>(Jobs.Other<int, ValueTask<int>>)
        );
        var plain = Assert.Throws<ArgumentException>(() =>
            JobMethod.Of<int, ValueTask>(Jobs.Other<int, ValueTask>)
        );

        Assert.That(generic.Message, Does.Contain("cannot travel"));
        Assert.That(plain.Message, Does.Contain("cannot travel"));
    }

    [TestCaseSource(nameof(Unreadable))]
    public void What_JSON_writes_but_cannot_read_back_is_refused_with_the_reason(Type type)
    {
        var result = Assert.Throws<ArgumentException>(() => Describe(typeof(int), type));
        var argument = Assert.Throws<ArgumentException>(() => Describe(type, typeof(int)));

        Assert.That(result.Message, Does.Contain("cannot be read back").And.Contain("property"));
        Assert.That(argument.Message, Does.Contain("cannot be read back").And.Contain("property"));
    }

    [TestCaseSource(nameof(Readable))]
    public void What_JSON_can_read_back_comes_back_whole(object value)
    {
        var method = Describe(value.GetType(), value.GetType());
        var json = JobJson.Write(value);

        var back = LoadedJob.Load(method).Run(json, CancellationToken.None);

        Assert.That(Encoding.UTF8.GetString(back), Is.EqualTo(Encoding.UTF8.GetString(json)));
    }

    [Test]
    public void Another_build_of_the_assembly_is_said_to_be_one()
    {
        var method = JobMethod.Of<int, int>(Jobs.Next) with { Method = "Int32 Previous(Int32)" };

        Assert.That(
            Assert.Throws<MissingMethodException>(() => LoadedJob.Load(method)).Message,
            Does.Contain("different builds")
        );
    }

    [Test]
    public async Task A_pool_describes_a_lambda_that_captures_nothing_once()
    {
        const int times = 200;
        await using var pool = new ProcessPoolExecutor(1);
        var futures = new List<Task<int>>(times + 1);
        SubmitTheLambda();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < times; i++)
            SubmitTheLambda();

        Assert.That(
            (GC.GetAllocatedBytesForCurrentThread() - before) / times,
            Is.LessThan(8 * 1024),
            "A job takes one or two kilobytes; looking through all assemblies for where it comes from takes many times that."
        );
        await Task.WhenAll(futures);

        void SubmitTheLambda() => futures.Add(pool.Submit((n, _) => n * 3, 1));
    }

    [Test]
    public async Task A_pool_refuses_on_the_spot()
    {
        var price = _price;
        await using var pool = new ProcessPoolExecutor(1);

        Assert.Throws<ArgumentException>(() => _ = pool.Submit((n, _) => n * price, 1));
        Assert.Throws<ArgumentException>(() => _ = pool.Stream((n, _) => n * price, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new ProcessPoolExecutor(0));
    }

    /// <summary>Has a value that only its constructor sets, which JSON does not call for a struct.</summary>
    public readonly struct Price(int won)
    {
        public int Won { get; } = won;
    }

    /// <summary>JSON calls a record's constructor; what it computes is written, and not read.</summary>
    public sealed record Bowl(string Name, int Won)
    {
        public int ForTwo => 2 * Won;
    }

    /// <summary>JSON sets the one property; the other is made of it.</summary>
    public sealed class Oven
    {
        public int Celsius { get; init; }

        public double Fahrenheit => (Celsius * 1.8) + 32;
    }

    private static IEnumerable<Type> Unreadable() =>
        [
            typeof(BigInteger),
            typeof(Complex),
            typeof(Price),
            typeof(Price?),
            typeof(Price[]),
            typeof((int, Price)),
            typeof(Dictionary<string, BigInteger>),
        ];

    private static IEnumerable<object> Readable() =>
        [
            new Bowl("라면", 4500),
            new List<Bowl> { new("라면", 4500) },
            new Oven { Celsius = 180 },
            (7, new Oven { Celsius = 180 }),
            new { Name = "라면", Won = 4500 },
            KeyValuePair.Create("라면", 4500),
            new Dictionary<string, int[]>(StringComparer.Ordinal) { ["라면"] = [1, 2] },
            new Vector3(1, 2, 3),
            new DateOnly(2026, 5, 1),
            12.5m,
            "라면",
        ];

    /// <summary>Describes a job from one type to another.</summary>
    private static JobMethod Describe(Type argument, Type result)
    {
        var same = typeof(Jobs).GetMethod(nameof(Jobs.Other))!.MakeGenericMethod(argument, result);
        var job = same.CreateDelegate(
            typeof(Func<,,>).MakeGenericType(argument, typeof(CancellationToken), result)
        );
        try
        {
            return (JobMethod)
                typeof(JobMethod)
                    .GetMethod(nameof(JobMethod.Of))!
                    .MakeGenericMethod(argument, result)
                    .Invoke(null, [job])!;
        }
        catch (TargetInvocationException e)
        {
            throw e.InnerException!;
        }
    }

    public static int Twice(int number, CancellationToken cancellationToken) => number * 2;

    public static string Twice(string text, CancellationToken cancellationToken) => text + text;

    private static Task<int> Later(int number, CancellationToken cancellationToken) =>
        Task.FromResult(number);

    private int Pay(int number, CancellationToken cancellationToken) => number * _price;
}
