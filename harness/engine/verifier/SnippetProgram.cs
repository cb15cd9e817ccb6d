using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Verifier;

/// <summary>Makes a file that can be compiled of a snippet and of what is given; errors keep the lines of the page.</summary>
internal static class SnippetProgram
{
    /// <summary>Usings first, then statements and local functions, then types, whatever came in which order.</summary>
    public static string AsProgram(Snippet snippet)
    {
        var parts = Parts(snippet);
        var text = new StringBuilder();
        Append(text, parts, root => root.Usings);
        Append(text, parts, root => root.Members.OfType<GlobalStatementSyntax>());
        // A snippet of types alone is still a program.
        text.Append("\n#line hidden\n;\n");
        Append(
            text,
            parts,
            root => root.Members.Where(member => member is not GlobalStatementSyntax)
        );
        return text.ToString();
    }

    /// <summary>For a snippet that shows methods with their modifiers.</summary>
    public static string AsMembers(Snippet snippet)
    {
        var parts = Parts(snippet);
        var text = new StringBuilder();
        Append(text, parts, root => root.Usings);
        text.AppendLine("internal partial class Snippet {");
        foreach (var (root, line) in parts)
        {
            AppendLine(text, line);
            var start = root.Usings.Count > 0 ? root.Usings[^1].FullSpan.End : 0;
            text.AppendLine(root.ToFullString()[start..]);
        }
        return text.AppendLine("}").ToString();
    }

    private static List<(CompilationUnitSyntax Root, int Line)> Parts(Snippet snippet) =>
        [(Parse(snippet.Given), snippet.GivenLine), (Parse(snippet.Code), snippet.Line)];

    private static CompilationUnitSyntax Parse(string code) =>
        CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot();

    private static void Append(
        StringBuilder text,
        List<(CompilationUnitSyntax Root, int Line)> parts,
        Func<CompilationUnitSyntax, IEnumerable<Microsoft.CodeAnalysis.SyntaxNode>> choose
    )
    {
        foreach (var (root, line) in parts)
        {
            foreach (var node in choose(root))
            {
                var at = root.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line;
                AppendLine(text, line + at);
                text.Append(node.ToFullString());
            }
        }
    }

    private static void AppendLine(StringBuilder text, int line) =>
        text.Append(CultureInfo.InvariantCulture, $"\n#line {Math.Max(line, 1)}\n");
}
