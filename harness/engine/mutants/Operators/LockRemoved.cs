using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>What a lock protects is done without it.</summary>
internal sealed class LockRemoved : IMutationOperator
{
    public string Name => "lock-removed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return node switch
        {
            LockStatementSyntax statement =>
            [
                Edit.Replace(statement, statement.Statement.ToString()),
            ],
            UsingStatementSyntax { Expression: InvocationExpressionSyntax call } statement
                when call.MethodName()?.Text is "EnterScope" =>
            [
                Edit.Replace(statement, statement.Statement.ToString()),
            ],
            _ => [],
        };
    }
}
