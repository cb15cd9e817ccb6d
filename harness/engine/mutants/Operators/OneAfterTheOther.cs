using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>What ought to run together runs in turn.</summary>
internal sealed class OneAfterTheOther : IMutationOperator
{
    public string Name => "one-after-the-other";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        switch (node)
        {
            case ExpressionStatementSyntax statement
                when statement.Call() is { } call
                    && model.Calls(call, nameof(Thread), nameof(Thread.Start)) is not null:
                return [Edit.Insert(statement.Span.End, $" {call.Receiver()}.Join();")];
            case LocalDeclarationStatementSyntax
            {
                Declaration.Variables: [
                    { Initializer.Value: InvocationExpressionSyntax task } variable,
                ]
            } local when model.IsTask(task) && local.IsInAsync():
                return [Edit.Insert(local.Span.End, $" await {variable.Identifier};")];
            case AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax
                {
                    Identifier.Text: nameof(ParallelOptions.MaxDegreeOfParallelism)
                }
            } assignment:
                return [Edit.Replace(assignment.Right, "1")];
            case InvocationExpressionSyntax call when WhenAll.Of(call, model) is { } all:
                return [Edit.Replace(call, all.InTurn)];
            case InvocationExpressionSyntax call
                when call.Arguments().Count == 0
                    && model.Calls(call, nameof(Enumerable), "ToArray", "ToList") is not null:
                return [Edit.Replace(call, call.Receiver()!.ToString())];
            default:
                return [];
        }
    }
}
