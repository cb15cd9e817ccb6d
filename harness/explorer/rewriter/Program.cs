using Katas.Harness.Explorer.Rewriting;

// The build's side of the rewriter: rewrites one assembly. Exit code 0 when it is done, 1 when it cannot be, 2 for a wrong call.
if (args.Length != 2)
{
    await Console
        .Error.WriteLineAsync("Usage: rewriter <input.dll> <output.dll>")
        .ConfigureAwait(false);
    return 2;
}

var result = Rewriter.Rewrite(args[0], args[1]);
if (result.Error is null)
    return 0;

// The form in which a build recognises an error.
await Console
    .Error.WriteLineAsync($"{args[0]} : error KATAS001: {result.Error}")
    .ConfigureAwait(false);
return 1;
