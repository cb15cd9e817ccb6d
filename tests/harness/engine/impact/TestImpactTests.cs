using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Katas.Harness.Engine.Impact;

/// <summary>A small answer, the test classes of it, and for each edit of the answer those that can notice it.</summary>
public class TestImpactTests
{
    private const string Answer = """
        using System;
        using System.Threading.Tasks;
        namespace Shop;
        public static class Bowls
        {
            public static int Add(int a, int b) => a + b;
            public static int Twice(int a) => Apply(x => x * 2, a);
            private static int Apply(Func<int, int> f, int a) => f(a);
            public static int Local(int a) { return Inner(a); int Inner(int b) => b + 1; }
        }
        public static class Menu
        {
            private const int Price = 7;
            public static int PriceOf(int n) => n * Price;
            public static async Task<int> Later() { await Task.Yield(); return 1; }
        }
        public static class Counter
        {
            private static readonly int s_start = 3;
            public static int Start() => s_start;
        }
        public interface ICook { int Cook(); }
        public class Cook : ICook { public virtual int Cook_() => 1; int ICook.Cook() => Cook_(); }
        public class Chef : Cook { }
        public record Dish(string Name);
        public static class Kitchen
        {
            public static ICook Hire() => new Chef();
            public static Dish Serve() => new("ramen");
        }
        """;

    private const string Tests = """
        using System.Threading.Tasks;
        using NUnit.Framework;
        using Shop;
        namespace NUnit.Framework { public class TestAttribute : System.Attribute { } }
        namespace Shop
        {
            public class AddTests { [Test] public int T() => Bowls.Add(1, 2); }
            public class TwiceTests { [Test] public int T() => Bowls.Twice(1); }
            public class LocalTests { [Test] public int T() => Bowls.Local(1); }
            public class PriceTests { [Test] public int T() => Helper.Price(); }
            public class LaterTests { [Test] public Task<int> T() => Menu.Later(); }
            public class StartTests { private readonly int _start = Counter.Start(); [Test] public int T() => _start; }
            public class CookTests { [Test] public int T() => Kitchen.Hire().Cook(); }
            public class DishTests { [Test] public string T() => $"{Kitchen.Serve()}"; }
            public abstract class Shared { [Test] public int T() => Bowls.Add(0, Of()); protected abstract int Of(); }
            public class InheritedTests : Shared { protected override int Of() => 1; }
            public class MirrorTests { [Test] public int T() => typeof(Counter).GetMethods().Length; }
            internal static class Helper { public static int Price() => Menu.PriceOf(2); }
        }
        """;

    private string _testAssembly = null!;

    [OneTimeSetUp]
    public void Compile_the_tests()
    {
        _testAssembly = Path.GetTempFileName();
        var answer = Compile("Shop", Answer);
        File.WriteAllBytes(
            _testAssembly,
            Compile(
                "Shop.Tests",
                Tests,
                MetadataReference.CreateFromImage(answer.Assembly.ToArray())
            )
                .Assembly.ToArray()
        );
    }

    [OneTimeTearDown]
    public void Remove_the_tests() => File.Delete(_testAssembly);

    [TestCase("a + b", "a - b", "AddTests", "InheritedTests")]
    [TestCase("x * 2", "x * 3", "TwiceTests")]
    [TestCase("=> f(a)", "=> -f(a)", "TwiceTests")]
    [TestCase("b + 1", "b + 2", "LocalTests")]
    [TestCase("Price = 7", "Price = 8", "PriceTests", "LaterTests")]
    [TestCase("n * Price", "n / Price", "PriceTests")]
    [TestCase("return 1;", "return 2;", "LaterTests")]
    [TestCase("s_start = 3", "s_start = 4", "StartTests")]
    [TestCase("Cook_() => 1", "Cook_() => 2", "CookTests")]
    [TestCase("Chef : Cook { }", "Chef : Cook { public override int Cook_() => 2; }", "CookTests")]
    [TestCase("\"ramen\"", "\"udon\"", "DishTests")]
    [TestCase(
        "Dish(string Name);",
        "Dish(string Name) { public override string ToString() => Name; }",
        "DishTests"
    )]
    public void Who_uses_what_has_changed_is_affected(
        string from,
        string to,
        params string[] affected
    )
    {
        var classes = Impact().ClassesAffectedBy(Compile("Shop", Answer.Replace(from, to)));

        Assert.That(
            classes,
            Is.EquivalentTo(affected.Append("MirrorTests").Select(name => $"Shop.{name}"))
        );
    }

    [TestCase("// a remark")]
    [TestCase("public static class New { public static int More(int a) => new[] { a }.Length; }")]
    public void What_nobody_uses_affects_nobody_but_who_looks_by_reflection(string more)
    {
        var classes = Impact().ClassesAffectedBy(Compile("Shop", Answer + more));

        Assert.That(classes, Is.EqualTo(["Shop.MirrorTests"]));
    }

    [Test]
    public void Ordinals_in_the_names_that_the_compiler_gives_are_no_change()
    {
        // One closure and one local function more, before all others.
        var changed = Answer.Replace(
            "public static int Add(",
            "private static Func<int> More(int a) { return () => Inner(); int Inner() => a; } public static int Add("
        );

        var classes = Impact().ClassesAffectedBy(Compile("Shop", changed));

        Assert.That(classes, Is.EqualTo(["Shop.MirrorTests"]));
    }

    [Test]
    public void Local_functions_that_all_call_each_other_are_read_once_each()
    {
        // Along every way from one to another, there would be more text than memory.
        var names = Enumerable.Range(0, 12).Select(i => $"Step{i}").ToList();
        var all = string.Join(" + ", names.Select(name => $"await {name}(n - 1)"));
        var functions = string.Join(
            ' ',
            names.Select(name => $"async Task<int> {name}(int n) => n < bound ? 0 : {all};")
        );
        var changed = Answer.Replace(
            "await Task.Yield(); return 1;",
            $"var bound = 0; {functions} return await Step0(1);"
        );

        var classes = Impact().ClassesAffectedBy(Compile("Shop", changed));

        Assert.That(classes, Is.EquivalentTo(["Shop.LaterTests", "Shop.MirrorTests"]));
    }

    [Test]
    public void An_overload_that_is_chosen_now_is_a_change()
    {
        var changed = Answer.Replace(
            "private static int Apply(",
            "private static int Apply(Func<int, int> f, in int a) => 0; private static int Apply(Func<int, int> f, long a) => 0; private static int Apply_("
        );

        var classes = Impact().ClassesAffectedBy(Compile("Shop", changed));

        Assert.That(classes, Is.EquivalentTo(["Shop.TwiceTests", "Shop.MirrorTests"]));
    }

    [Test]
    public void A_member_that_is_gone_is_a_change()
    {
        var changed = Answer.Replace(
            "public static int Local(int a) { return Inner(a); int Inner(int b) => b + 1; }",
            ""
        );

        var classes = Impact().ClassesAffectedBy(Compile("Shop", changed));

        Assert.That(classes, Is.EquivalentTo(["Shop.LocalTests", "Shop.MirrorTests"]));
    }

    [Test]
    public void An_answer_that_does_not_compile_is_refused()
    {
        var broken = new CompiledChapter(
            "Shop",
            default,
            default,
            [new("A.cs", 1, 1, "CS0000", "No.")]
        );

        Assert.That(() => Impact().ClassesAffectedBy(broken), Throws.ArgumentException);
    }

    private TestImpact Impact() => TestImpact.Read(_testAssembly, Compile("Shop", Answer));

    private static CompiledChapter Compile(
        string name,
        [StringSyntax("C#")] string text,
        params MetadataReference[] references
    )
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(text)],
            [.. platform, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.That(result.Success, Is.True, string.Join("\n", result.Diagnostics));
        return new(name, image.ToArray(), default, []);
    }
}
