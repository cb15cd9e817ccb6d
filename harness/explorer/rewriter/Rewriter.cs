using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Puts scheduling points into an assembly: a copy of it can then be explored.</summary>
public static class Rewriter
{
    /// <summary>
    /// The name of a type, one that C# cannot give, whose static fields are no state of the program: whoever measures it writes there, and no
    /// access is a scheduling point.
    /// </summary>
    public const string Measurements = "<Measurements>";

    /// <summary>Writes a copy of an assembly, with its symbols, in which every access to what may be shared is a scheduling point.</summary>
    /// <param name="inputDll">The assembly, with its portable PDB beside it or inside.</param>
    /// <param name="outputDll">Where the copy goes; may be the same path. Folders are made.</param>
    /// <param name="home">The folder with the assemblies that it refers to; its own, when it is not given.</param>
    /// <returns>The error, or how many points were put in. A wrong assembly is an error, never an exception.</returns>
    public static RewriteResult Rewrite(string inputDll, string outputDll, string? home = null)
    {
        ArgumentNullException.ThrowIfNull(inputDll);
        ArgumentNullException.ThrowIfNull(outputDll);
        if (!File.Exists(inputDll))
            return Fail($"There is no file '{inputDll}'. Build the chapter first.");
        try
        {
            // Before its symbols are looked for: what cannot be rewritten at all needs none.
            using (var bare = ModuleDefinition.ReadModule(inputDll))
            {
                if (Suitability.ProblemWith(bare) is { } problem)
                    return Fail(problem);
            }

            using var resolver = new NearbyAssemblies(inputDll, home);
            using var module = ModuleDefinition.ReadModule(
                inputDll,
                new ReaderParameters
                {
                    InMemory = true,
                    ReadSymbols = true,
                    SymbolReaderProvider = new DefaultSymbolReaderProvider(throwIfNoSymbol: true),
                    AssemblyResolver = resolver,
                }
            );
            var points = new ModuleRewriter(module).Rewrite();
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(outputDll))!);
            module.Write(
                outputDll,
                new WriterParameters
                {
                    WriteSymbols = true,
                    SymbolWriterProvider = module.SymbolReader.GetWriterProvider(),
                    DeterministicMvid = true,
                }
            );
            return new RewriteResult(null, points);
        }
        catch (Exception e) when (e is SymbolsNotFoundException or SymbolsNotMatchingException)
        {
            return Fail(
                $"'{Path.GetFileName(inputDll)}' has no symbols that belong to it, so no report could name a line. Build it with <DebugType>portable</DebugType>, and keep the .pdb beside it."
            );
        }
        catch (BadImageFormatException)
        {
            return Fail(
                $"'{Path.GetFileName(inputDll)}' is no .NET assembly. Give the chapter's own .dll."
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail($"'{inputDll}' could not be rewritten to '{outputDll}': {e.Message}");
        }
        catch (AssemblyResolutionException e)
        {
            return Fail(
                $"'{Path.GetFileName(inputDll)}' refers to {e.AssemblyReference.Name}, which is neither in its folder nor part of .NET. Build it so that its references are copied beside it."
            );
        }
    }

    private static RewriteResult Fail(string error) => new(error, 0);
}
