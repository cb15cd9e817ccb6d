using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>What comes next runs on the thread that decides, or no longer does.</summary>
internal sealed class ContinuationInline : IMutationOperator
{
    public string Name => "continuation-inline";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return node is MemberAccessExpressionSyntax member
            ? member.ToString() switch
            {
                "TaskCreationOptions.RunContinuationsAsynchronously" =>
                [
                    Edit.Replace(member.Name, "None"),
                ],
                "TaskContinuationOptions.ExecuteSynchronously" =>
                [
                    Edit.Replace(member.Name, "None"),
                ],
                _ => [],
            }
            : [];
    }
}
