namespace Katas.Harness.Jobs;

/// <summary>The folders from which this process has loaded assemblies, so that a worker process can look there too.</summary>
internal static class LoadedFolders
{
    private static readonly string? Framework = Path.GetDirectoryName(
        typeof(object).Assembly.Location
    );

    public static IReadOnlyList<string> All()
    {
        var folders = AppDomain
            .CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && assembly.Location.Length > 0)
            .Select(assembly => Path.GetDirectoryName(assembly.Location)!)
            .Append(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return [.. folders.Where(folder => folder != Framework).Distinct(StringComparer.Ordinal)];
    }
}
