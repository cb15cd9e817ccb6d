namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for what <c>using</c> calls.</summary>
[Controls(typeof(IDisposable))]
internal static class ControlledDisposable
{
    public static void Dispose(IDisposable disposable, int site) => Disposal.Of(disposable, site);
}
