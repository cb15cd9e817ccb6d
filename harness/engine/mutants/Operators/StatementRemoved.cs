using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A statement is left out.</summary>
internal sealed class StatementRemoved : IMutationOperator
{
    public string Name => "statement-removed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return
            node
                is ExpressionStatementSyntax
                    or BreakStatementSyntax
                    or ContinueStatementSyntax
                    or ReturnStatementSyntax { Expression: null }
            ? [Edit.Remove((StatementSyntax)node)]
            : [];
    }
}
