using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace PilotRegistry.Mutants;

/// <summary>The verifier and its tests in a folder of their own, every check with a switch.</summary>
public sealed partial class MutatedCopy : IDisposable
{
    private const string Code = "services/Shared/TransparencyLog", Tests = "tests/TransparencyLog.Tests";

    private static readonly string[] Beside = ["Directory.Build.props", "Directory.Packages.props", "global.json"];

    /// <summary>The system's files and its cryptography, and what only signs: no check of what others hand in.</summary>
    private static readonly string[] LeftOut = ["DurableFile.cs", "Ed25519.cs", "NoteSigner.cs"];

    private const string Switch =
        """
        namespace PilotRegistry.TransparencyLog;

        internal static class Mutation
        {
            public static int Active = -1;
            public static readonly System.Collections.Concurrent.ConcurrentDictionary<int, bool> Reached = new();

            public static bool On(int id)
            {
                if (Active == -2) Reached.TryAdd(id, true);
                return Active == id;
            }
        }
        """;

    private readonly string root;
    private readonly string copy = Directory.CreateTempSubdirectory("mutants").FullName;
    private readonly HashSet<(string, int)> excluded = [];

    public MutatedCopy(string root) => this.root = root;

    /// <summary>Writes and compiles. A check whose absence does not compile cannot be missing: it is left as it is.</summary>
    public async Task<IReadOnlyList<Mutant>> BuildAsync()
    {
        while (true)
        {
            var mutants = Write();
            var output = await DotnetAsync("build", Path.Combine(copy, Tests), "-c", "Release", "-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:NuGetLockFilePath=none.json");
            var broken = Error().Matches(output).Select(m => (m.Groups["file"].Value, int.Parse(m.Groups["line"].Value, CultureInfo.InvariantCulture))).ToHashSet();
            if (broken.Count == 0)
            {
                return output.Contains("Build succeeded", StringComparison.Ordinal) ? mutants : throw new InvalidOperationException(output);
            }

            if (broken.All(excluded.Contains))
            {
                throw new InvalidOperationException(output);
            }

            excluded.UnionWith(broken);
        }
    }

    /// <summary>For each mutant the first test that noticed it; null when none did.</summary>
    public async Task<IReadOnlyList<string?>> RunAsync(int count)
    {
        var (assembly, results) = (Path.Combine(copy, Tests, "bin/Release/net10.0/PilotRegistry.TransparencyLog.Tests.dll"), Path.Combine(copy, "results"));
        File.WriteAllText(results, "");
        for (var done = 0; done < count;)
        {
            var output = await DotnetAsync(typeof(MutatedCopy).Assembly.Location, "run", assembly, done.ToString(CultureInfo.InvariantCulture), results);
            var now = (await File.ReadAllLinesAsync(results)).Length;
            if (!output.Contains(TestRuns.Ready, StringComparison.Ordinal))
            {
                throw new InvalidOperationException(output);
            }

            if (now == done)
            {
                // It took the whole process with it: noticed.
                await File.AppendAllTextAsync(results, "the process ended\n");
                now++;
            }

            done = now;
        }

        return [.. (await File.ReadAllLinesAsync(results)).Select(l => l.Length == 0 ? null : l)];
    }

    public void Dispose() => Directory.Delete(copy, recursive: true);

    private List<Mutant> Write()
    {
        var mutants = new List<Mutant>();
        foreach (var file in Beside.Concat(new[] { Code, Tests }.SelectMany(FilesOf)))
        {
            var text = File.ReadAllText(Path.Combine(root, file));
            var path = Path.Combine(copy, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var isChecked = file.StartsWith(Code, StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal) && !LeftOut.Contains(Path.GetFileName(file));
            File.WriteAllText(path, isChecked ? new Mutator(file[(Code.Length + 1)..], mutants, excluded).Visit(CSharpSyntaxTree.ParseText(text).GetRoot())!.ToFullString() : text);
        }

        File.WriteAllText(Path.Combine(copy, Code, "Mutation.cs"), Switch);
        return mutants;
    }

    private IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(root, f)).Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".csproj", StringComparison.Ordinal)) && !f.Split('/').Any(p => p is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    private static async Task<string> DotnetAsync(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await output + await errors;
    }

    [GeneratedRegex(@"services/Shared/TransparencyLog/(?<file>[\w/.]+)\((?<line>\d+),\d+\): error", RegexOptions.ExplicitCapture)]
    private static partial Regex Error();
}
