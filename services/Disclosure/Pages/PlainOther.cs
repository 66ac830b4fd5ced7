using PilotRegistry.Disclosure.Features;

namespace PilotRegistry.Disclosure.Pages;

/// <summary>The pages that are the same for everybody, without a script: what they are about, and where their data lie.</summary>
public static class PlainOther
{
    /// <summary>Path, the key of its title, and the keys of what it says.</summary>
    private static readonly (string Path, string Title, string[] Says)[] Pages =
    [
        ("about", "about.title", ["about.what", "about.public", "about.private", "about.pathText", "about.core", "about.sourcesText"]),
        ("years", "page.years", ["years.what"]),
        ("provinces", "page.provinces", ["group.provincesWhat"]),
        ("verifiers", "page.verifiers", ["body.what"]),
        ("batches", "page.batches", ["batch.what"]),
        ("disputes", "page.disputes", ["dispute.what", "dispute.howLong"]),
        ("compare", "page.compare", ["compare.what"]),
        ("data", "page.data", ["data.what", "data.licence", "data.followWhat", "data.badgeWhat"]),
        ("rules", "page.rules", ["rules.intro"]),
        ("certificates", "claim.title", ["claim.about", "claim.once", "claim.notYet"]),
        ("sign-in", "page.signIn", ["signIn.who"]),
    ];

    /// <summary>Where what a page shows can be read as data.</summary>
    private static readonly Dictionary<string, string[]> Answers = new()
    {
        ["years"] = ["years", "open-data/years.csv"],
        ["provinces"] = ["provinces"],
        ["verifiers"] = ["bodies"],
        ["batches"] = ["batches"],
        ["data"] = ["open-data/dictionary.csv", "open-data/parks.csv", "open-data/parks.jsonl", "open-data/years.csv", "open-data/years.jsonl", "open-data/events.csv", "open-data/events.jsonl", "open-data/disputes.csv", "open-data/disputes.jsonl", "open-data/key-projects.csv", "open-data/key-projects.jsonl", "feeds/all.atom"],
    };

    /// <summary>Of all these pages but the way in.</summary>
    public static IEnumerable<string> Paths => Pages.Select(page => page.Path).Where(path => path != "sign-in");

    /// <summary>The page that says what those of one province, or of one body, are about; any other path is its own.</summary>
    private static string OfOne(string path) => path.TrimEnd('/').Split('/') switch
    {
        ["provinces", { Length: 6 } adcode] when adcode.All(char.IsAsciiDigit) => "provinces",
        ["verifiers", var body] when Guid.TryParse(body, out _) => "verifiers",
        var parts => string.Join('/', parts)
    };

    /// <summary>Null when there is no such page.</summary>
    public static PlainPage? Find(string path, IEnumerable<ReadRulePacks.RulePackItem> packs, Tongue t)
    {
        if (Pages.FirstOrDefault(p => p.Path == OfOne(path)) is not { Path: not null } page)
        {
            return null;
        }

        var main = new Html().Heading(1, t.Say(page.Title));
        foreach (var key in page.Says)
        {
            main.Paragraph(t.Say(key));
        }

        if (path == "rules")
        {
            main.List([.. packs.Select(p => $"{Html.Link($"/api/public/v1/rule-packs/{p.Id}/{p.Version}", $"{p.Id}@{p.Version}")} · {Html.Text(t.Of(p.Title))}")]);
        }

        if (path == "data")
        {
            main.Raw($"<p>{Html.Link($"{t.Prefix}/data/releases", t.Say("page.releases"))}: {Html.Text(t.Say("release.what"))}</p>");
        }

        main.List(
        [
            .. Answers.GetValueOrDefault(path, []).Select(address => Html.Link($"/api/public/v1/{address}", address)),
        ]);
        return new(t.Say(page.Title), t.Say(page.Says[0]), main.ToString());
    }
}
