using System.Diagnostics;
using System.Xml.Linq;
using Katas.Harness.Machines;
using Katas.Harness.Workbook;

namespace Katas.Harness.Explorer;

/// <summary>The package as somebody else's test project gets it: from a feed, with nothing of it in the cache.</summary>
public class PackageTests
{
    private const string Class = """
        public class OrderBook
        {
            private int _count;
            public int Count => _count;
            public void Add() => _count++;
        }
        """;

    private const string ClassWithABaseElsewhere = """
        public class OrderBook : Book
        {
            public void Add() => _count++;
        }
        """;

    private const string Base = """
        public class Book
        {
            protected int _count;
            public int Count => _count;
            public void AddToBook() => _count++;
        }
        """;

    private const string Test = """
        using Katas.Harness.Explorer;
        using NUnit.Framework;

        public class OrderBookTests
        {
            [Test]
            public void Add_loses_no_order() => Explorer.Check(() =>
            {
                var book = new OrderBook();
                Explorer.Together(book.Add, book.Add);
                Assert.That(book.Count, Is.EqualTo(2));
            });
        }
        """;

    private const string PageOfTest = "TestResults/explorer/OrderBookTests.Add_loses_no_order.html";

    private readonly WorkbookPaths _paths = WorkbookPaths.Find();
    private string _folder = null!;

    [OneTimeSetUp]
    public void Pack()
    {
        _folder = Directory.CreateTempSubdirectory("katas-package-").FullName;
        var (code, output) = Dotnet(
            _paths.Root,
            [
                "pack",
                Path.Combine(_paths.Harness, "explorer"),
                "--no-build",
                "--configuration",
                Configuration,
                "--output",
                Path.Combine(_folder, "feed"),
            ]
        );
        Assert.That(code, Is.Zero, output);
        Write(
            "nuget.config",
            $"""
            <configuration>
              <packageSources><add key="feed" value="{Path.Combine(
                _folder,
                "feed"
            )}" /></packageSources>
              <fallbackPackageFolders><add key="others" value="{Packages}" /></fallbackPackageFolders>
            </configuration>
            """
        );
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestCase("in the test project", false)]
    [TestCase("in a library, its base in another", true)]
    public void One_reference_finds_the_lost_update(string where, bool isInLibrary)
    {
        var name = isInLibrary ? "Library" : "Alone";
        if (isInLibrary)
        {
            Write($"{name}/Books/Books.csproj", Project([]));
            Write($"{name}/Books/Book.cs", Base);
            Write(
                $"{name}/Shop/Shop.csproj",
                Project(["<ProjectReference Include=\"../Books/Books.csproj\" />"])
            );
            Write($"{name}/Shop/OrderBook.cs", ClassWithABaseElsewhere);
        }
        else
            Write($"{name}/Tests/OrderBook.cs", Class);
        Write(
            $"{name}/Tests/OrderBookTests.cs",
            isInLibrary ? Test.Replace("book.Add, book.Add", "book.Add, book.AddToBook") : Test
        );
        Write(
            $"{name}/Tests/Tests.csproj",
            Project([
                Package("Microsoft.NET.Test.Sdk"),
                Package("NUnit"),
                Package("NUnit3TestAdapter"),
                "<PackageReference Include=\"Katas.Explorer\" Version=\"1.0.0\" />",
                .. isInLibrary
                    ? ["<ProjectReference Include=\"../Shop/Shop.csproj\" />"]
                    : (string[])[],
            ])
        );

        var (code, output) = Dotnet(Path.Combine(_folder, name, "Tests"), ["test"]);

        Assert.That(code, Is.Not.Zero, $"The class is {where}.\n{output}");
        Assert.That(output, Does.Contain("schedule 2 fails: Expected: 2, but was: 1"));
        Assert.That(output, Does.Contain("writes _count = 1"));
        Assert.That(output, Does.Contain($"page: {PageOfTest}"));
        Assert.That(
            Path.Combine(_folder, name, "Tests", "bin", "Debug", "net10.0", PageOfTest),
            Does.Exist
        );
    }

    [Test]
    public void It_depends_on_nothing_and_brings_its_page_and_symbols()
    {
        using var package = System.IO.Compression.ZipFile.OpenRead(
            Path.Combine(_folder, "feed", "Katas.Explorer.1.0.0.nupkg")
        );
        using var specification = package.GetEntry("Katas.Explorer.nuspec")!.Open();

        var dependencies = XDocument
            .Load(specification)
            .Descendants()
            .Where(element => element.Name.LocalName == "dependency");

        Assert.That(dependencies, Is.Empty);
        Assert.That(package.GetEntry("README.md"), Is.Not.Null);
        Assert.That(
            File.Exists(Path.Combine(_folder, "feed", "Katas.Explorer.1.0.0.snupkg")),
            Is.True
        );
    }

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Where the packages of this workbook are: the others need not be fetched again.</summary>
    private static string Packages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            ".nuget",
            "packages"
        );

    private string Package(string name)
    {
        var version = XDocument
            .Load(Path.Combine(_paths.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Single(package => package.Attribute("Include")!.Value == name)
            .Attribute("Version")!
            .Value;
        return $"<PackageReference Include=\"{name}\" Version=\"{version}\" />";
    }

    private static string Project(IEnumerable<string> items) =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>{string.Concat(items)}</ItemGroup>
            </Project>
            """;

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private (int Code, string Output) Dotnet(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        DotnetHost.RemoveBuildVariables(start);
        start.Environment.Remove(Explorer.ReportRootVariable);
        start.Environment.Remove("CI");
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder, "cache");
        // Servers that outlive the command would keep its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
