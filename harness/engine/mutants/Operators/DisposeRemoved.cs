using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>What ought to be disposed stays: a timer, a registration, a channel, a process, a linked source.</summary>
internal sealed class DisposeRemoved : IMutationOperator
{
    public string Name => "dispose-removed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        switch (node)
        {
            case LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } local:
                return [Edit.Replace(local.GetFirstToken(), local.UsingKeyword, "")];
            case UsingStatementSyntax { Declaration: { } declaration } statement:
                return [Edit.Replace(statement, $"{{ {declaration}; {statement.Statement} }}")];
            case UsingStatementSyntax { Expression: { } expression } statement:
                return [Edit.Replace(statement, $"{{ _ = {expression}; {statement.Statement} }}")];
            case ExpressionStatementSyntax statement
                when statement.Call()?.MethodName()?.Text
                    is "Dispose"
                        or "DisposeAsync"
                        or "Close"
                        or "CloseAsync"
                        or "Unregister":
                return [Edit.Remove(statement)];
            default:
                return [];
        }
    }
}
