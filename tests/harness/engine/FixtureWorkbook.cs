using System.Reflection;
using System.Text;
using Katas.Harness.Workbook;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Katas.Harness.Fixtures;

/// <summary>
/// A workbook of one small chapter in a temporary folder. Its test assembly is compiled right here and laid where a build would lay it,
/// so that a test costs no build.
/// </summary>
internal sealed class FixtureWorkbook : IDisposable
{
    public const string Slug = "01-bowls";
    public const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;
    private const string TestUsings =
        GlobalUsings
        + $"\nglobal using NUnit.Framework;\n[assembly: System.Reflection.AssemblyMetadata(\"Katas.Chapter\", \"{Slug}\")]\n";

    private static readonly string Framework = Path.GetDirectoryName(
        typeof(object).Assembly.Location
    )!;
    private static readonly string Here = Path.GetDirectoryName(
        Assembly.GetExecutingAssembly().Location
    )!;

    /// <param name="isEmpty">Whether somebody else writes the chapter.</param>
    public FixtureWorkbook(bool isEmpty = false)
    {
        Root = Directory.CreateTempSubdirectory("workbook ").FullName;
        Write(WorkbookPaths.SolutionFile, "");
        foreach (var room in new[] { "exercises", "solutions", "tests" })
            Directory.CreateDirectory(Path.Combine(Root, room));
        if (isEmpty)
            return;
        Write($"solutions/{Slug}/Bowls.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Write($"exercises/{Slug}/Bowls.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Write($"tests/{Slug}/Bowls.Tests.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
    }

    /// <summary>The folder, which has a space in its name.</summary>
    public string Root { get; }

    public WorkbookPaths Paths => new(Root);

    public string Solution => Path.Combine(Root, "solutions", Slug);

    private string BuildStamp => Path.Combine(TestFolder, "obj", "solutions", "Debug.built");

    private string TestFolder => Path.Combine(Root, "tests", Slug);

    public FixtureWorkbook Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        Stamp();
        return this;
    }

    /// <summary>Compiles the solution, and the tests against it, into the places where a build puts them.</summary>
    public FixtureWorkbook Build()
    {
        var bin = Path.Combine(TestFolder, "bin", "solutions", "Debug", "net10.0");
        Directory.CreateDirectory(bin);
        foreach (var file in Directory.EnumerateFiles(Here, "Katas.Harness*.dll"))
            File.Copy(file, Path.Combine(bin, Path.GetFileName(file)), overwrite: true);
        File.Copy(
            typeof(TestAttribute).Assembly.Location,
            Path.Combine(bin, "nunit.framework.dll"),
            overwrite: true
        );

        var usings = Path.Combine(Solution, "obj", "GlobalUsings.g.cs");
        Write(usings, GlobalUsings);
        Compile("Bowls", Solution, bin, usings);
        var testUsings = Path.Combine(TestFolder, "obj", "GlobalUsings.g.cs");
        Write(testUsings, TestUsings);
        Compile("Bowls.Tests", TestFolder, bin, testUsings);

        Write(
            Path.Combine(TestFolder, "obj", "solutions", "Debug.rsp"),
            string.Join(
                '\n',
                [
                    Path.Combine(Solution, "Bowls.csproj"),
                    "/target:library",
                    "/unsafe+",
                    "/nullable:enable",
                    "/langversion:latest",
                    "/warnaserror+",
                    "/out:obj/Debug/net10.0/Bowls.dll",
                    .. References(bin)
                        .Where(path => !path.Contains("Bowls", StringComparison.Ordinal))
                        .Select(path => $"/reference:\"{path}\""),
                    .. Generators().Select(path => $"/analyzer:\"{path}\""),
                    "obj/GlobalUsings.g.cs",
                ]
            )
        );
        File.WriteAllText(BuildStamp, "");
        return this;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>What has been written since is meant for the engine, and no reason to build.</summary>
    private void Stamp()
    {
        if (File.Exists(BuildStamp))
            File.SetLastWriteTimeUtc(
                BuildStamp,
                TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1)
            );
    }

    private static void Compile(string name, string folder, string bin, string usings)
    {
        var sources = Directory.EnumerateFiles(folder, "*.cs").Append(usings);
        var compilation = CSharpCompilation.Create(
            name,
            sources.Select(file =>
                CSharpSyntaxTree.ParseText(
                    File.ReadAllText(file),
                    path: file,
                    encoding: Encoding.UTF8
                )
            ),
            References(bin).Select(path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.DynamicallyLinkedLibrary)
        );
        using var assembly = File.Create(Path.Combine(bin, $"{name}.dll"));
        using var symbols = File.Create(Path.Combine(bin, $"{name}.pdb"));
        var result = compilation.Emit(
            assembly,
            symbols,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)
        );
        if (!result.Success)
        {
            throw new InvalidOperationException(
                string.Join(Environment.NewLine, result.Diagnostics)
            );
        }
    }

    private static IEnumerable<string> References(string bin) =>
        Directory
            .EnumerateFiles(Framework, "System*.dll")
            .Where(file => !file.Contains("Native", StringComparison.Ordinal))
            .Append(Path.Combine(Framework, "netstandard.dll"))
            .Concat(Directory.EnumerateFiles(bin, "*.dll"))
            .Where(file => Path.GetFileName(file) != "Bowls.Tests.dll");

    /// <summary>The framework's generators, from the newest reference pack of this machine.</summary>
    private static IEnumerable<string> Generators()
    {
        var packs = Path.GetFullPath(
            Path.Combine(Framework, "../../../packs/Microsoft.NETCore.App.Ref")
        );
        return Directory.Exists(packs)
            ? Directory
                .EnumerateDirectories(packs)
                .Order(StringComparer.Ordinal)
                .TakeLast(1)
                .SelectMany(pack =>
                    Directory.EnumerateFiles(
                        Path.Combine(pack, "analyzers", "dotnet", "cs"),
                        "*.dll"
                    )
                )
            : [];
    }
}
