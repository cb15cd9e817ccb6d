namespace Katas.Harness.Cli;

public class TerminalTests
{
    [TestCase("LANG=en_US.UTF-8", true)]
    [TestCase("LANG=ko_KR.utf8", true)]
    [TestCase("LANG=C.UTF-8", true)]
    [TestCase("LANG=C", false)]
    [TestCase("LANG=POSIX", false)]
    [TestCase("LANG=de_DE.ISO-8859-1", false)]
    [TestCase("", false)]
    [TestCase("LC_ALL=C LANG=en_US.UTF-8", false)]
    [TestCase("LC_ALL=C.UTF-8 LC_CTYPE=C LANG=C", true)]
    [TestCase("LC_CTYPE=C.UTF-8 LANG=C", true)]
    [TestCase("LC_ALL= LC_CTYPE= LANG=C.UTF-8", true)]
    public void The_first_locale_that_is_set_decides_about_UTF_8(string variables, bool isUtf8) =>
        Assert.That(Terminal.IsUtf8(Environment(variables)), Is.EqualTo(isUtf8));

    [TestCase("", true)]
    [TestCase("NO_COLOR=", true)]
    [TestCase("NO_COLOR=1", false)]
    [TestCase("NO_COLOR=0", false)]
    public void Any_value_of_NO_COLOR_switches_colour_off(string variables, bool allowsColor) =>
        Assert.That(Terminal.AllowsColor(Environment(variables)), Is.EqualTo(allowsColor));

    private static Func<string, string?> Environment(string variables)
    {
        var values = variables
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return name => values.GetValueOrDefault(name);
    }
}
