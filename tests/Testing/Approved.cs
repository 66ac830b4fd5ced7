using Xunit;

namespace PilotRegistry.Testing;

/// <summary>
/// Files of the repository that a test keeps true: written when <c>UPDATE_APPROVED=1</c>, compared otherwise. What they hold
/// is a promise to somebody (stored events, routes, codes), so that a change is seen in the review of the file.
/// </summary>
public static class Approved
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1";

    /// <param name="path">From the repository's root, e.g. <c>docs/access.md</c>.</param>
    /// <param name="text">What it must hold.</param>
    public static void Matches(string path, string text)
    {
        var file = Path.Combine(Repository.Root, path);
        var wanted = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, wanted);
            return;
        }

        var found = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(found == wanted, $"{path} is not what the code says. {FirstDifference(found, wanted)}\nIf the code is right, run the test with UPDATE_APPROVED=1 and review the file.");
    }

    private static string FirstDifference(string found, string wanted)
    {
        var (had, has) = (found.Split('\n'), wanted.Split('\n'));
        var line = had.Zip(has).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1}\n  file: {had.ElementAtOrDefault(line)}\n  code: {has.ElementAtOrDefault(line)}";
    }
}
