using System.Reflection;
using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Sites;

/// <summary>
/// Runs static initialisers before the first schedule: the runtime runs each only once, so a schedule in which it happened would differ from
/// all others.
/// </summary>
internal static class StaticInitialisers
{
    /// <summary>
    /// What the rewriter calls a static constructor for which it matters when it runs: such a one is run in each schedule, where the program first
    /// comes to its type.
    /// </summary>
    public const string Moved = "<StaticConstructor>";

    /// <summary>The static constructor that was moved; <see langword="null"/> when the type has none.</summary>
    public static MethodInfo? MovedOf(Type type) =>
        type.GetMethod(
            Moved,
            BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
        );

    public static void Run(Assembly assembly)
    {
        foreach (var type in Types(assembly))
        {
            if (type.ContainsGenericParameters || MovedOf(type) is not null)
                continue;
            try
            {
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            }
            catch (TypeInitializationException)
            {
                // Code that uses the type gets the same exception, in the schedule where it belongs.
            }
        }
    }

    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }
}
