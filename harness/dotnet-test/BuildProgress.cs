using System.Diagnostics;
using System.Globalization;
using Katas.Harness.Machines;

namespace Katas.Harness.DotnetTest;

/// <summary>
/// Shows how far a build is. MSBuild calls this program at its beginning, with the path of a file that is there for as long as the build goes on
/// (see <c>harness/build/run/dirs.proj</c>); the folder <c>building</c> beside it gets a file for each project that is done.
/// </summary>
internal static class BuildProgress
{
    public const string Extension = ".building";

    private const string Option = "--show-build";

    /// <summary>Begins to show a build, in a process of its own, since the build goes on when this one has ended.</summary>
    public static void Begin(string file)
    {
        if (LifeLine.OfTerminal() is null)
            return;
        var start = new ProcessStartInfo(DotnetHost.Path) { UseShellExecute = false };
        string[] arguments =
        [
            "exec",
            Path.Combine(Copy(file), Path.GetFileName(typeof(BuildProgress).Assembly.Location)),
            Option,
            file,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        File.WriteAllText(Shower(file), $"{process.Id}");
    }

    /// <summary>Shows the build until it is over, if that is what this process is for.</summary>
    public static bool Show(IReadOnlyList<string> arguments)
    {
        if (arguments is not [Option, var file])
            return false;
        var line = LifeLine.OfTerminal();
        try
        {
            using var process = Process.GetProcessById(Command(file));
            while (File.Exists(file) && !process.WaitForExit(TimeSpan.FromMilliseconds(100)))
                line?.Show(Text(Count(file), Total(file)));
        }
        catch (Exception e) when (e is ArgumentException or IOException or FormatException)
        {
            // The build is over already.
        }
        line?.Erase();
        return true;
    }

    /// <summary>Ends the line of a build that is over, and remembers how many projects it had.</summary>
    public static void End(string file)
    {
        if (!File.Exists(file))
            return;
        File.WriteAllText(Totals(file), $"{Count(file)}");
        File.Delete(file);
        if (!File.Exists(Shower(file)))
            return;
        try
        {
            using var process = Process.GetProcessById(
                int.Parse(File.ReadAllText(Shower(file)), CultureInfo.InvariantCulture)
            );
            process.WaitForExit(TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            // It has ended.
        }
        File.Delete(Shower(file));
    }

    public static string Text(int done, int total) =>
        done < total ? $"building {done + 1} of {total}" : $"building {done + 1}";

    /// <summary>The process of <c>dotnet test</c>: the id of its session begins with it.</summary>
    private static int Command(string file) =>
        int.Parse(File.ReadAllText(file).Split('_')[0], CultureInfo.InvariantCulture);

    private static int Count(string file)
    {
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "building");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Count() : 0;
    }

    private static int Total(string file) =>
        File.Exists(Totals(file))
        && int.TryParse(File.ReadAllText(Totals(file)), CultureInfo.InvariantCulture, out var total)
            ? total
            : 0;

    private static string Totals(string file) => Path.ChangeExtension(file, ".total");

    private static string Shower(string file) => Path.ChangeExtension(file, ".shower");

    /// <summary>This program elsewhere, since the build may build it anew, which Windows does not allow while it runs.</summary>
    private static string Copy(string file)
    {
        var folder = Path.ChangeExtension(file, ".program");
        Directory.CreateDirectory(folder);
        foreach (var source in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            var copy = Path.Combine(folder, Path.GetFileName(source));
            if (File.GetLastWriteTimeUtc(copy) != File.GetLastWriteTimeUtc(source))
                File.Copy(source, copy, overwrite: true);
        }
        return folder;
    }
}
