// attack: the same with the setter of a static property
// chapter: 03-first-thread
// expect: NotAllowed System.Globalization.CultureInfo.DefaultThreadCurrentCulture
using System.Globalization;

namespace Katas.FirstThread;

internal interface IHasDefault
{
    static abstract CultureInfo? DefaultThreadCurrentCulture { get; set; }
}

internal sealed class Own() : CultureInfo(""), IHasDefault
{
    public override string Name => "xx-changed";

    public static NotImplementedException Failed()
    {
        Set<Own>();
        var name = "";
        var thread = new Thread(() => name = CurrentCulture.Name);
        thread.UnsafeStart();
        thread.Join();
        Console.WriteLine($"CULTURE {name}");
        return new();
    }

    private static void Set<T>()
        where T : IHasDefault => T.DefaultThreadCurrentCulture = new Own();
}
