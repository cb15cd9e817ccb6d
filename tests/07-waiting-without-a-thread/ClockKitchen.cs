using Katas.Harness.Probes;

namespace Katas.WaitingWithoutAThread;

/// <summary>A kitchen whose minutes pass on a clock that the test moves, and that writes down what happens. One of its steps can fail.</summary>
internal sealed class ClockKitchen(ManualTimeProvider clock) : IKitchen
{
    public EventLog Log { get; } = new();

    /// <summary>The step that fails as soon as it has begun.</summary>
    public string? Broken { get; init; }

    /// <summary>The step that does not listen to its token, and goes on to its end.</summary>
    public string? Deaf { get; init; }

    public Exception Failure { get; } = new InvalidOperationException("The gas is off.");

    public Task BoilWaterAsync(CancellationToken cancellationToken) =>
        StepAsync("boil", 3, cancellationToken);

    public Task PrepareAsync(CancellationToken cancellationToken) =>
        StepAsync("prepare", 2, cancellationToken);

    public Task CookNoodlesAsync(CancellationToken cancellationToken) =>
        StepAsync("cook", 4, cancellationToken);

    public async Task<Bowl> ServeAsync(CancellationToken cancellationToken)
    {
        await StepAsync("serve", 1, cancellationToken);
        return new Bowl("miso");
    }

    private async Task StepAsync(string step, int minutes, CancellationToken cancellationToken)
    {
        Log.Add($"{step} begins");
        if (step == Broken)
            throw Failure;
        try
        {
            await Task.Delay(
                TimeSpan.FromMinutes(minutes),
                clock,
                step == Deaf ? CancellationToken.None : cancellationToken
            );
        }
        catch (OperationCanceledException)
        {
            Log.Add($"{step} given up");
            throw;
        }
        Log.Add($"{step} ends");
    }
}
