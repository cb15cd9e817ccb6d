using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A call of <see cref="Task.WhenAll(IEnumerable{Task})"/> on a collection, in other words.</summary>
/// <param name="Tasks">The collection.</param>
/// <param name="Result">What each task gives, or <see langword="null"/> for nothing.</param>
internal sealed record WhenAll(string Tasks, string? Result)
{
    /// <summary>Goes on to the next only when one has ended, so that a query starts them one by one.</summary>
    public string InTurn => Text("foreach (var __task in");

    /// <summary>Takes results in the order in which they come.</summary>
    public string ByCompletion =>
        Text("await foreach (var __task in System.Threading.Tasks.Task.WhenEach(", ")");

    public static WhenAll? Of(InvocationExpressionSyntax call, SemanticModel model) =>
        model.Calls(call, nameof(Task), nameof(Task.WhenAll)) is { } method
        && call.Arguments() is [var tasks]
            ? new(tasks.ToString(), method.TypeArguments is [var result] ? result.Text() : null)
            : null;

    private string Text(string head, string close = "") =>
        Result is null
            ? $"((System.Func<System.Threading.Tasks.Task>)(async () => {{ {head} {Tasks}{close}) await __task; }}))()"
            : $"((System.Func<System.Threading.Tasks.Task<{Result}[]>>)(async () => {{ var __results = new System.Collections.Generic.List<{Result}>(); {head} {Tasks}{close}) __results.Add(await __task); return __results.ToArray(); }}))()";
}
