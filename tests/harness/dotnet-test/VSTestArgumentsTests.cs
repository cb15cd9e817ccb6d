namespace Katas.Harness.DotnetTest;

public class VSTestArgumentsTests
{
    [Test]
    public void What_the_user_asked_for_is_passed_on()
    {
        var arguments = VSTestArguments.Parse([
            "--settings:a b.runsettings",
            "--logger:html",
            "--collect:XPlat Code Coverage",
            "a.dll",
            "--logger:Console;Verbosity=minimal",
            "--nologo",
            "--",
            "NUnit.Seed=1",
        ]);

        Assert.That(
            arguments.For(["a.dll"], null, ["--logger:trx"]),
            Is.EqualTo([
                "a.dll",
                "--settings:a b.runsettings",
                "--logger:html",
                "--collect:XPlat Code Coverage",
                "--logger:trx",
                "--",
                "RunConfiguration.CollectSourceInformation=false",
                $"RunConfiguration.MaxCpuCount={VSTestArguments.Parallelism}",
                "NUnit.Seed=1",
            ])
        );
        Assert.That(arguments.Collects, Is.True);
    }

    [Test]
    public void The_console_logger_that_MSBuild_adds_is_not_the_users()
    {
        var added = VSTestArguments.Parse(["a.dll", "--logger:Console;Verbosity=minimal"]);
        var wanted = VSTestArguments.Parse(["--logger:console;verbosity=normal", "a.dll"]);

        Assert.That(added.WantsConsole, Is.False);
        Assert.That(wanted.WantsConsole, Is.True);
    }

    [Test]
    public void Filter_and_results_folder_are_known()
    {
        var arguments = VSTestArguments.Parse([
            "--testCaseFilter:Kata=Launch",
            "--resultsDirectory:out",
            "a.dll",
        ]);

        Assert.That(arguments.Filter, Is.EqualTo("Kata=Launch"));
        Assert.That(arguments.ResultsFolder, Is.EqualTo(Path.GetFullPath("out")));
        Assert.That(arguments.Sources, Is.EqualTo(["a.dll"]));
    }

    [TestCase("--listTests", true)]
    [TestCase("--blame", false)]
    public void Listing_is_known(string option, bool lists) =>
        Assert.That(VSTestArguments.Parse([option, "a.dll"]).ListTests, Is.EqualTo(lists));
}
