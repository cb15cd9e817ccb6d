using System.Reflection;
using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Sites;

/// <summary>
/// Runs static initialisers before the first schedule: the runtime runs each only once, so a schedule in which it happened would differ from
/// all others.
/// </summary>
internal static class StaticInitialisers
{
    public static void Run(Assembly assembly)
    {
        foreach (var type in Types(assembly))
        {
            if (type.ContainsGenericParameters)
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
