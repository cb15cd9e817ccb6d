using Katas.Harness.Jobs;

namespace Katas.Harness.Processes;

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
    public void Another_build_of_the_assembly_is_said_to_be_one()
    {
        var method = JobMethod.Of<int, int>(Jobs.Next) with { Method = "Int32 Previous(Int32)" };

        Assert.That(
            Assert.Throws<MissingMethodException>(() => LoadedJob.Load(method)).Message,
            Does.Contain("different builds")
        );
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

    public static int Twice(int number, CancellationToken cancellationToken) => number * 2;

    public static string Twice(string text, CancellationToken cancellationToken) => text + text;

    private static Task<int> Later(int number, CancellationToken cancellationToken) =>
        Task.FromResult(number);

    private int Pay(int number, CancellationToken cancellationToken) => number * _price;
}
