using Katas.Harness.Explorer;
using Katas.Harness.Testing;

namespace Katas.LostOrders;

[Kata(3, typeof(LazyMenu), nameof(LazyMenu.Get))]
public class GetTests
{
    [Test]
    public void Nothing_is_printed_before_somebody_asks()
    {
        var printed = 0;
        var menu = new LazyMenu(() => $"menu {++printed}");

        var before = printed;
        var text = menu.Get();

        Assert.That(
            (before, text),
            Is.EqualTo((0, "menu 1")),
            "(how often it was printed before anybody asked, and what the first guest got): expected a new menu to be printed for its own first guest. Look at when it is printed, and at what it shares with other menus, such as a static field."
        );
    }

    [Test]
    public void Who_asks_later_gets_the_same_menu()
    {
        var printed = 0;
        var menu = new LazyMenu(() => $"menu {++printed}");

        string[] texts = [menu.Get(), menu.Get(), menu.Get()];

        Assert.That(
            texts,
            Is.EqualTo(new[] { "menu 1", "menu 1", "menu 1" }),
            "(what three guests got, one after the other): expected the menu that was printed for the first. Look at where it is kept."
        );
    }

    [Test]
    public void The_menu_is_printed_once() =>
        Explorer.Check(() =>
        {
            var printed = 0;
            var menu = new LazyMenu(() => $"menu {++printed}");

            Explorer.Together(() => menu.Get(), () => menu.Get());

            Assert.That(
                printed,
                Is.EqualTo(1),
                "Two guests asked for the menu at the same time, and it was not printed exactly once. Look below at what the second one saw before the first was done"
            );
        });

    [Test]
    public void Everybody_gets_the_one_menu() =>
        Explorer.Check(() =>
        {
            var printed = 0;
            var menu = new LazyMenu(() => $"menu {++printed}");
            var (first, second) = ("", "");

            Explorer.Together(() => first = menu.Get(), () => second = menu.Get());

            Assert.That(
                first is not null && first == second,
                Is.True,
                $"Two guests asked for the menu at the same time. Both should get the same one, but they got '{first}' and '{second}'. Look below at what tells a guest that the menu is there"
            );
        });

    [Test]
    public void Of_many_guests_nobody_waits_endlessly() =>
        Explorer.Check(() =>
        {
            var menu = new LazyMenu(() => "menu");
            var seen = new string?[3];

            Explorer.Together([
                .. Enumerable.Range(0, 3).Select(i => (Action)(() => seen[i] = menu.Get())),
            ]);

            Assert.That(
                seen,
                Is.All.EqualTo("menu"),
                "Three guests asked for the menu at the same time, and not all of them have it. Look below at who is told that it is printed"
            );
        });

    [Test]
    public void An_empty_menu_is_a_menu()
    {
        var printed = 0;
        var menu = new LazyMenu(() =>
        {
            printed++;
            return "";
        });

        string[] texts = [menu.Get(), menu.Get()];

        Assert.That(
            (texts, printed),
            Is.EqualTo((new[] { "", "" }, 1)),
            "(what two guests got, and how often it was printed): there is nothing on today's menu, but it was printed. Look at what tells that it is there."
        );
    }

    [Test]
    public void Each_menu_is_printed_for_itself()
    {
        var (lunch, dinner) = (new LazyMenu(() => "lunch"), new LazyMenu(() => "dinner"));

        string[] texts = [lunch.Get(), dinner.Get(), lunch.Get()];

        Assert.That(
            texts,
            Is.EqualTo(new[] { "lunch", "dinner", "lunch" }),
            "There are two menus. Look for what they share, such as a static field."
        );
    }

    [Test]
    public void A_printer_that_fails_keeps_nobody_waiting() =>
        Explorer.Check(() =>
        {
            var printed = 0;
            var menu = new LazyMenu(() =>
                ++printed == 1 ? throw new IOException("no paper") : "menu"
            );
            var seen = new object?[2];

            Explorer.Together(() => seen[0] = Ask(menu), () => seen[1] = Ask(menu));

            Assert.That(
                (seen.Any(one => one is IOException), seen.All(IsAnswer)),
                Is.EqualTo((true, true)),
                $"(whether somebody got the printer's exception, and whether everybody got that or the menu): the printer failed once, and two guests got '{seen[0]}' and '{seen[1]}'. Look below at what a failed print leaves behind"
            );
        });

    private static object? Ask(LazyMenu menu)
    {
        try
        {
            return menu.Get();
        }
        catch (IOException e)
        {
            return e;
        }
    }

    private static bool IsAnswer(object? seen) => seen is IOException or "menu";
}
