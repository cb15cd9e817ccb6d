using Mono.Cecil;

namespace Katas.Harness.Engine.Impact;

/// <summary>Calls that reach members by other ways than their names in the code.</summary>
internal static class Reflection
{
    /// <summary>Whether a method looks for members, or makes objects, of types that its caller need not name.</summary>
    public static bool LooksAtMembers(MethodReference method)
    {
        var type = method.DeclaringType.GetElementType();
        return type.FullName switch
        {
            "System.Type" => method.Name.StartsWith("Get", StringComparison.Ordinal)
                && method.Name != nameof(Type.GetTypeFromHandle),
            "System.Activator" => !method.IsGenericInstance,
            "System.Reflection.MemberInfo" => method.Name != "get_Name",
            "System.Reflection.MethodBase" => method.Name != "GetMethodFromHandle",
            "System.Reflection.FieldInfo" => method.Name != "GetFieldFromHandle",
            "System.AppDomain" => true,
            _ => type.Namespace == "System.Reflection" && !method.IsConstructor()
                || type.Namespace == "System.Runtime.Loader",
        };
    }

    private static bool IsConstructor(this MethodReference method) => method.Name == ".ctor";
}
