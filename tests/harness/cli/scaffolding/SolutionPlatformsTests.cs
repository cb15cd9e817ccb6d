namespace Katas.Harness.Cli.Scaffolding;

public class SolutionPlatformsTests
{
    [Test]
    public void Only_lines_of_other_platforms_go()
    {
        const string Solution =
            "\t\tDebug|Any CPU = Debug|Any CPU\n"
            + "\t\tDebug|x64 = Debug|x64\n"
            + "\t\t{91335FA6}.Debug|Any CPU.Build.0 = Debug|Any CPU\n"
            + "\t\t{91335FA6}.Release|x86.Build.0 = Release|Any CPU\n"
            + "EndGlobal\n";

        Assert.That(
            SolutionPlatforms.KeepAnyCpu(Solution),
            Is.EqualTo(
                "\t\tDebug|Any CPU = Debug|Any CPU\r\n"
                    + "\t\t{91335FA6}.Debug|Any CPU.Build.0 = Debug|Any CPU\r\n"
                    + "EndGlobal\r\n"
            )
        );
    }
}
