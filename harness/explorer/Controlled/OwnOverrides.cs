using System.Collections.Concurrent;
using System.Reflection;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Which objects override a member of the framework in rewritten code, whose own steps are seen.</summary>
internal static class OwnOverrides
{
    private static readonly ConcurrentDictionary<
        (Type Type, string Name, int Parameters),
        bool
    > Known = [];

    /// <summary>Whether a call of a virtual member of an object comes to rewritten code.</summary>
    public static bool Has(object receiver, string name, int parameters) =>
        Known.GetOrAdd(
            (receiver.GetType(), name, parameters),
            static key => Has(key.Type, key.Name, key.Parameters)
        );

    private static bool Has(Type type, string name, int parameters)
    {
        for (
            var own = type;
            own is not null && SiteMaps.IsRewritten(own.Assembly);
            own = own.BaseType
        )
        {
            if (
                own.GetMethods(
                        BindingFlags.Instance
                            | BindingFlags.Public
                            | BindingFlags.NonPublic
                            | BindingFlags.DeclaredOnly
                    )
                    .Any(method =>
                        method.IsVirtual
                        && method.Name == name
                        && method.GetParameters().Length == parameters
                        && method.GetBaseDefinition() != method
                    )
            )
                return true;
        }
        return false;
    }
}
