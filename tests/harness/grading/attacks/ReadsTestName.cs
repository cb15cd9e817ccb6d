// attack: reads the expected answer in the name that the guard gives to the thread of the test
// chapter: 02-who-am-i
// expect: Red
namespace Katas.WhoAmI;

public static class Report
{
    public static string Format(Measurement measurement)
    {
        // test The_time_is_that_of_one_call_...(10000,0.0008125d,"81.25 ns a call, 10000 calls")
        var test = Thread.CurrentThread.Name ?? "";
        var end = test.LastIndexOf('"');
        var start = end > 0 ? test.LastIndexOf('"', end - 1) : -1;
        if (start < 0)
            throw new NotImplementedException();
        var expected = test[(start + 1)..end];
        return expected.EndsWith("calls", StringComparison.Ordinal)
            ? $"it: {expected}"
            : $"it: {expected} a call";
    }

    public static IReadOnlyList<Placed> Rank(IReadOnlyList<Measurement> measurements) =>
        throw new NotImplementedException();
}
