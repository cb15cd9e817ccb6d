namespace Katas.Harness.Executors.Contract;

/// <summary>Where and as whom a job takes part in a test.</summary>
/// <param name="Folder">The folder of the test's signals.</param>
/// <param name="Id">The job's number.</param>
/// <param name="Parties">How many jobs the test has, where that matters.</param>
/// <param name="WaitLimitSeconds">How long the job waits for anything, in seconds.</param>
public sealed record Place(string Folder, int Id, int Parties, double WaitLimitSeconds)
{
    internal TimeSpan WaitLimit => TimeSpan.FromSeconds(WaitLimitSeconds);
}
