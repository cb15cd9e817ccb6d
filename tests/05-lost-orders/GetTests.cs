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

        Assert.That((before, text), Is.EqualTo((0, "menu 1")));
    }

    [Test]
    public void Who_asks_later_gets_the_same_menu()
    {
        var printed = 0;
        var menu = new LazyMenu(() => $"menu {++printed}");

        string[] texts = [menu.Get(), menu.Get(), menu.Get()];

        Assert.That(texts, Is.EqualTo(new[] { "menu 1", "menu 1", "menu 1" }));
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
}
