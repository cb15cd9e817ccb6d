using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Work for the caller, or for a thread of its own, is done by the thread pool.</summary>
internal sealed class RunOnPool : IMutationOperator
{
    public string Name => "run-on-pool";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        if (
            node
                is ObjectCreationExpressionSyntax
                {
                    ArgumentList.Arguments: [{ Expression: var work }, ..]
                } creation
            && model.Is(creation, nameof(Thread))
        )
        {
            return
            [
                Edit.Replace(
                    work,
                    $"() => System.Threading.Tasks.Task.Run((System.Action)({work})).Wait()"
                ),
            ];
        }
        return TaskCall.IsDelegates(node, model)
            ? [Edit.Replace(node, $"System.Threading.Tasks.Task.Run(() => {node})")]
            : [];
    }
}
