using Katas.Corpus;
using Katas.Harness.Explorer.Rewriting;
using Mono.Cecil;

namespace Katas.Harness.Explorer;

/// <summary>An assembly that cannot be rewritten is a message that says what to change.</summary>
public class AssemblyTests
{
    [Test]
    public void An_assembly_that_is_not_there_is_an_error() =>
        Assert.That(
            Rewriter.Rewrite("nowhere.dll", "out.dll").Error,
            Does.Contain("There is no file")
        );

    [Test]
    public void An_assembly_that_is_rewritten_already_is_an_error() =>
        Assert.That(
            Rewriter.Rewrite(typeof(Run).Assembly.Location, Out).Error,
            Does.Contain("is rewritten already")
        );

    [Test]
    public void An_assembly_without_symbols_is_an_error()
    {
        var withoutSymbols = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.dll");
        File.Copy(typeof(Rewriter).Assembly.Location, withoutSymbols);

        var result = Rewriter.Rewrite(withoutSymbols, Out);

        File.Delete(withoutSymbols);
        Assert.That(result.Error, Does.Contain("has no symbols"));
    }

    [Test]
    public void A_signed_assembly_is_an_error() =>
        Assert.That(
            ErrorOf(module => module.Attributes |= ModuleAttributes.StrongNameSigned),
            Does.Contain("is signed").And.Contain("<SignAssembly>false</SignAssembly>")
        );

    [Test]
    public void An_assembly_with_native_code_is_an_error() =>
        Assert.That(
            Rewriter.Rewrite(typeof(Enumerable).Assembly.Location, Out).Error,
            Does.Contain("holds native code").And.Contain("without ReadyToRun or C++/CLI")
        );

    [Test]
    public void What_is_no_assembly_is_an_error()
    {
        var text = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.dll");
        File.WriteAllText(text, "ramen");

        var result = Rewriter.Rewrite(text, Out);

        File.Delete(text);
        Assert.That(result.Error, Does.Contain("is no .NET assembly"));
    }

    /// <summary>What is said of this assembly, once something about it was changed.</summary>
    private static string? ErrorOf(Action<ModuleDefinition> change)
    {
        var changed = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.dll");
        using (var module = ModuleDefinition.ReadModule(typeof(AssemblyTests).Assembly.Location))
        {
            change(module);
            module.Write(changed);
        }
        var result = Rewriter.Rewrite(changed, Out);
        File.Delete(changed);
        return result.Error;
    }

    private static string Out => Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.out.dll");
}
