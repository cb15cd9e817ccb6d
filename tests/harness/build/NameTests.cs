using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Build;

/// <summary>Pictures belong in lessons: no type, member or file of the harness is called by one.</summary>
public class NameTests
{
    private static readonly HashSet<string> Pictures = new(StringComparer.Ordinal)
    {
        "Cable",
        "CableLine",
        "Contestant",
        "CrewMember",
        "EveryInterleaving",
        "FairEnd",
        "Farewell",
        "FewPreemptions",
        "Forgotten",
        "Gathered",
        "Gone",
        "Guarded",
        "Hear",
        "KnowSnapshots",
        "LaidChapter",
        "LastWords",
        "Lay",
        "Learn",
        "Look",
        "Loss",
        "LostHost",
        "MakeRoomForDiagnostics",
        "ManualClock",
        "Naive",
        "Nap",
        "Naps",
        "Noticeboard",
        "Obey",
        "Obituary",
        "Outsiders",
        "Patience",
        "Points",
        "PumpedContext",
        "RandomPriorities",
        "RoomRule",
        "Say",
        "SiteBook",
        "SlotScheduler",
        "SpinWatch",
        "Standstill",
        "Tell",
        "TestLedger",
        "Trouble",
        "Visitor",
        "Waiting",
        "Words",
        "WorkerCrew",
        "WorkerDoor",
        "_house",
    };

    private static IEnumerable<string> Files(string pattern) =>
        House.Files(House.Root, pattern).Concat(House.Files(House.Tests, pattern));

    [Test]
    public void No_file_is_called_by_a_picture() =>
        Assert.That(
            Files("*").Where(file => Pictures.Contains(Path.GetFileName(file).Split('.')[0])),
            Is.Empty
        );

    [Test]
    public void No_type_or_member_is_called_by_a_picture() =>
        Assert.That(
            Files("*.cs")
                .SelectMany(file =>
                    Declared(file)
                        .Where(IsPicture)
                        .Select(name => $"{Path.GetRelativePath(House.Root, file)}: {name}")
                ),
            Is.Empty
        );

    [Test]
    public void No_target_or_item_of_the_build_is_called_by_a_picture() =>
        Assert.That(
            Files("*.props")
                .Concat(Files("*.targets"))
                .SelectMany(file =>
                    System
                        .Xml.Linq.XDocument.Load(file)
                        .Descendants()
                        .SelectMany(element =>
                            new[] { element.Name.LocalName, element.Attribute("Name")?.Value }
                        )
                        .OfType<string>()
                        .Where(IsPicture)
                ),
            Is.Empty
        );

    [TestCase("class Cable;", "Cable")]
    [TestCase("class A { void Look() { } }", "Look")]
    [TestCase("class A { int _house; }", "_house")]
    [TestCase("record A(int Trouble);", "Trouble")]
    [TestCase("enum A { Naive }", "Naive")]
    public void A_picture_is_found_wherever_a_name_is_declared(string code, string picture) =>
        Assert.That(Declarations(code).Where(IsPicture), Is.EqualTo(new[] { picture }));

    private static bool IsPicture(string name) => Pictures.Contains(name);

    private static IEnumerable<string> Declared(string file) =>
        Declarations(File.ReadAllText(file));

    private static IEnumerable<string> Declarations(string code) =>
        CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().SelectMany(NamesOf);

    private static IEnumerable<string> NamesOf(SyntaxNode node) =>
        node switch
        {
            BaseTypeDeclarationSyntax type => [type.Identifier.Text],
            DelegateDeclarationSyntax type => [type.Identifier.Text],
            MethodDeclarationSyntax method => [method.Identifier.Text],
            LocalFunctionStatementSyntax function => [function.Identifier.Text],
            PropertyDeclarationSyntax property => [property.Identifier.Text],
            EventDeclarationSyntax @event => [@event.Identifier.Text],
            EnumMemberDeclarationSyntax member => [member.Identifier.Text],
            BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable =>
                variable.Identifier.Text
            ),
            ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } parameter =>
            [
                parameter.Identifier.Text,
            ],
            _ => [],
        };
}
