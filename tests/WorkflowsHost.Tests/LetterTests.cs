using System.Text.RegularExpressions;
using PilotRegistry.Mail;
using PilotRegistry.Testing;

namespace PilotRegistry.Workflows.Host;

/// <summary>The text of every kind of notice in both languages, as people approved it.</summary>
public sealed class LetterTests
{
    private static readonly Dictionary<string, string?> Values = new()
    {
        ["reader"] = "演示·省级",
        ["park"] = "演示零碳园区",
        ["year"] = "2026",
        ["count"] = "2",
        ["link"] = "https://registry.example/desk/tasks/00000000-0000-4000-8000-000000000074",
        ["desk"] = "https://registry.example/desk/notices",
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var kind in Kinds().Append("digest")) foreach (var language in new[] { "zh", "en" }) data.Add(kind, language);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_letter_says_what_was_approved(string kind, string language)
    {
        var template = LetterBook.Template(kind, language);
        Assert.True(template is not null, $"There is no letter {kind} in {language}.");
        var zh = language == "zh";
        var letter = LetterText.Fill(template, new Dictionary<string, string?>(Values)
        {
            ["task"] = zh ? "形式审查" : "Check of completeness",
            ["due"] = zh ? "2026年5月12日" : "12 May 2026",
            ["why"] = TaskWords.Why("P10WD", new(2026, 4, 24), language),
        });
        Approved.Matches($"tests/WorkflowsHost.Tests/Letters/{kind}.{language}.txt", $"Subject: {letter.Subject}\n\n{letter.Text}");
        Assert.DoesNotContain('{', letter.Text);
        Assert.Contains(Values["desk"]!, letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_letter_is_without_its_kind() => Assert.Empty(
        typeof(LetterBook).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("letters/", StringComparison.Ordinal))
            .Select(name => name["letters/".Length..].Split('.')[0]).Distinct().Except(Kinds().Append("digest")));

    /// <summary>What the shipped drawings tell, and what is told of tasks.</summary>
    private static IEnumerable<string> Kinds() => Directory.GetFiles(Path.Combine(Repository.Root, "workflows"), "*.bpmn", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(file => Regex.Matches(File.ReadAllText(file), "key=\"template\" value=\"([^\"]+)\"").Select(match => match.Groups[1].Value))
        .Append("application-lapsed")
        .Concat([TaskNotices.Opened, TaskNotices.Urged, TaskNotices.Copied, TaskNotices.Reassigned, TaskNotices.Delegated, TaskNotices.Resolved])
        .Distinct().Order(StringComparer.Ordinal);
}
