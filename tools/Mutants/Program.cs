using PilotRegistry.Mutants;

// Takes the checks out of services/Shared/TransparencyLog one at a time and looks whether a test of it notices:
//   dotnet run --project tools/Mutants -c Release        in the project's root; writes docs/mutants.md
// Ends with 1 when a check can be taken out, no test notices and tools/Mutants/unnoticed.txt gives no reason.
if (args is ["run", var assembly, var from, var results])
{
    return await TestRuns.RunAsync(assembly, int.Parse(from, null), results);
}

var root = Directory.GetCurrentDirectory();
using var copy = new MutatedCopy(root);
var mutants = await copy.BuildAsync();
Console.WriteLine($"{mutants.Count} checks can be taken out.");
var noticed = await copy.RunAsync(mutants.Count);
var page = new MutantPage(root, mutants, noticed);
File.WriteAllText(Path.Combine(root, "docs/mutants.md"), page.ToString());
Console.WriteLine(page.Summary);
return page.Unexplained.Count == 0 ? 0 : 1;
