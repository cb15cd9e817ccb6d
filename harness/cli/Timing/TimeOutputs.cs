namespace Katas.Harness.Cli.Timing;

/// <summary>The files that <c>time</c> writes besides its table.</summary>
/// <param name="Json">The file for the figures, or <see langword="null"/>.</param>
/// <param name="Html">The file for the page, or <see langword="null"/>.</param>
internal sealed record TimeOutputs(string? Json, string? Html)
{
    /// <summary>Checks before a long measurement that the files can be written after it.</summary>
    /// <exception cref="UsageException">One of them cannot.</exception>
    public void CheckWritable()
    {
        Check("--json", Json);
        Check("--html", Html);
    }

    public void Write(TimeResult result)
    {
        Write("--json", Json, () => TimeJson.Write(result));
        Write("--html", Html, () => TimePage.Write(result));
    }

    private static void Check(string option, string? file)
    {
        if (file is null)
            return;
        var isNew = !File.Exists(file);
        ExplainFailure(
            option,
            file,
            () => File.Open(file, FileMode.OpenOrCreate, FileAccess.Write).Dispose()
        );
        if (isNew)
            File.Delete(file);
    }

    private static void Write(string option, string? file, Func<string> content)
    {
        if (file is not null)
            ExplainFailure(option, file, () => File.WriteAllText(file, content()));
    }

    private static void ExplainFailure(string option, string file, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        or NotSupportedException
            )
        {
            throw new UsageException(
                $"The file '{file}' of {option} cannot be written: {e.Message} Name a file in a folder that exists."
            );
        }
    }
}
