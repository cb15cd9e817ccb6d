using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Everybody locks an object of their own.</summary>
internal sealed class LockOnNewObject : IMutationOperator
{
    public string Name => "lock-on-new-object";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return node is LockStatementSyntax statement
            ?
            [
                Edit.Replace(
                    statement.Expression,
                    model.Is(statement.Expression, nameof(Lock))
                        ? "new System.Threading.Lock()"
                        : "new object()"
                ),
            ]
            : [];
    }
}
