namespace Katas.Harness.Testing.Snapshots;

public class DirectoryNamesTests
{
    private static readonly DirectoryNames Names = new([
        ("/home", "{UserProfile}"),
        ("/home/katas/", "{SolutionDirectory}"),
        (@"C:\kitchen\", "{ProjectDirectory}"),
    ]);

    [TestCase("/home", "{UserProfile}")]
    [TestCase("/home/", "{UserProfile}")]
    [TestCase("/home/x", "{UserProfile}x")]
    [TestCase("/homes", "/homes", Description = "a longer name")]
    [TestCase("x/home", "x/home", Description = "the end of a longer path")]
    [TestCase("(/home)", "({UserProfile})")]
    [TestCase("/home/katas/bowl", "{SolutionDirectory}bowl", Description = "the longest wins")]
    [TestCase(@"\home\katas\bowl", "{SolutionDirectory}bowl", Description = "either slash")]
    [TestCase("C:/kitchen/pot", "{ProjectDirectory}pot")]
    public void Paths_are_replaced_and_nothing_else(string text, string expected) =>
        Assert.That(Names.Replace(text), Is.EqualTo(expected));
}
