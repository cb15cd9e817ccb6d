using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Work for another thread is done by the one that asks for it.</summary>
internal sealed class RunOnCaller : IMutationOperator
{
    public string Name => "run-on-caller";

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
                    $"((System.Func<System.Threading.ThreadStart>)(() => {{ System.Threading.ThreadStart __work = {work}; __work(); return () => {{ }}; }}))()"
                ),
            ];
        }
        if (
            node is not InvocationExpressionSyntax call
            || model.Calls(call, nameof(Task), nameof(Task.Run)) is not { } method
        )
            return [];
        var job = $"({method.Parameters[0].Type.Text()})({call.Arguments()[0]})";
        var token = call.Arguments().Count > 1 ? call.Arguments()[1].ToString() : "default";
        var inline =
            $"System.Threading.Tasks.Task.CompletedTask.ContinueWith(_ => ({job})(), {token}, System.Threading.Tasks.TaskContinuationOptions.ExecuteSynchronously, System.Threading.Tasks.TaskScheduler.Default)";
        return
        [
            Edit.Replace(
                call,
                Returns(method) ? $"System.Threading.Tasks.TaskExtensions.Unwrap({inline})" : inline
            ),
        ];
    }

    /// <summary>Whether the work itself is a task.</summary>
    private static bool Returns(IMethodSymbol run) =>
        run.Parameters[0].Type is INamedTypeSymbol { DelegateInvokeMethod.ReturnType: var result }
        && result.Is(nameof(Task));
}
