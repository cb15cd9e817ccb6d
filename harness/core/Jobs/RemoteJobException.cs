namespace Katas.Harness.Jobs;

/// <summary>A job threw in its worker. The message names the exception; <see cref="Exception.ToString"/> shows the worker's stack trace too.</summary>
/// <param name="failure">What the worker reported.</param>
public sealed class RemoteJobException(JobFailure failure)
    : Exception($"{failure.Type}: {failure.Message}")
{
    /// <summary>The full name of the exception's type, for example <c>System.InvalidOperationException</c>.</summary>
    public string RemoteType => failure.Type;

    /// <summary>The exception's own message.</summary>
    public string RemoteMessage => failure.Message;

    /// <summary>The exception with its stack trace, as the worker saw it.</summary>
    public string RemoteStackTrace => failure.StackTrace;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{base.ToString()}{Environment.NewLine}--- in the worker ---{Environment.NewLine}{failure.StackTrace}";
}
