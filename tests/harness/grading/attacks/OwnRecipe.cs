// attack: a recipe of its own, in which nothing takes time
// chapter: 01-ramen-shop
// expect: NotAllowed another Recipe than the workbook's
namespace Katas.RamenShop;

public static class Recipe
{
    public static IReadOnlyList<Work> Steps { get; } =
    [Work.Boil, Work.Prepare, Work.Cook, Work.Serve];

    public static int Minutes(Work work) => 0;

    public static bool NeedsBurner(Work work) => false;

    public static bool NeedsHands(Work work) => false;
}
