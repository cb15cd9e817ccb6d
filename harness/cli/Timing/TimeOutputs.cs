namespace Katas.Harness.Cli.Timing;

/// <summary>The files that the user asked for.</summary>
/// <param name="Json">Where the figures go, or <see langword="null"/>.</param>
/// <param name="Html">Where the page goes, or <see langword="null"/>.</param>
internal sealed record TimeOutputs(string? Json, string? Html)
{
    /// <summary>Finds out before the measuring, not after it, that a file cannot be written.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
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
        CommandErrors(
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
            CommandErrors(option, file, () => File.WriteAllText(file, content()));
    }

    private static void CommandErrors(string option, string file, Action action)
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
