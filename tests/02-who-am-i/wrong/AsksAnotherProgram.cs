// wrong: another program is started and asked who it is
// fails: The_card_is_filled_in_without_another_program
// says: "The compiled code uses what starts another program"

using System.Diagnostics;
using System.Globalization;

namespace Katas.WhoAmI;

public static class Identity
{
    public static ProcessCard Me() =>
        new(
            Environment.ProcessId,
            Environment.UserName,
            Ask("-u"),
            Ask("-g"),
            Environment.CurrentDirectory,
            Environment.ProcessorCount
        );

    private static uint? Ask(string option)
    {
        using var id = Process.Start(
            new ProcessStartInfo("id", option) { RedirectStandardOutput = true }
        )!;
        return uint.Parse(id.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
    }
}
