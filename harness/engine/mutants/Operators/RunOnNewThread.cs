using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Work for the caller, or for the pool, is done by a thread of its own.</summary>
internal sealed class RunOnNewThread : IMutationOperator
{
    public string Name => "run-on-new-thread";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        const string Options =
            "System.Threading.CancellationToken.None, System.Threading.Tasks.TaskCreationOptions.LongRunning, System.Threading.Tasks.TaskScheduler.Default";
        if (model.Calls(node, nameof(Task), nameof(Task.Run)) is { } method)
        {
            var work = ((InvocationExpressionSyntax)node).Arguments()[0];
            return
            [
                Edit.Replace(
                    node,
                    $"System.Threading.Tasks.Task.Factory.StartNew(({method.Parameters[0].Type.Text()})({work}), {Options})"
                ),
            ];
        }
        return TaskCall.IsDelegates(node, model)
            ?
            [
                Edit.Replace(
                    node,
                    $"System.Threading.Tasks.TaskExtensions.Unwrap(System.Threading.Tasks.Task.Factory.StartNew(() => {node}, {Options}))"
                ),
            ]
            : [];
    }
}
