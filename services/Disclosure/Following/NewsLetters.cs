using System.Globalization;
using System.Text;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Disclosure.Features;
using PilotRegistry.Disclosure.Pages;
using PilotRegistry.EventStore;
using PilotRegistry.Mail;

namespace PilotRegistry.Disclosure;

/// <summary>Writes the two mails of a subscription: whether it is wanted, and what is new.</summary>
public sealed class NewsLetters(EventDatabase database, WebShell site)
{
    /// <summary>Entries of one mail.</summary>
    public const int Most = 200;

    /// <summary>Of each thing that somebody typed.</summary>
    private const int MostLetters = 40;

    private const string Items = "[items]";

    /// <summary>Asks whoever reads the mailbox.</summary>
    public async Task<LetterText> QuestionAsync(FollowedParks followed, ReturnKey key, Tongue t, CancellationToken cancel) =>
        Question(await NameAsync(followed, t, cancel), key, t);

    /// <summary>Null when nothing of it is public any more.</summary>
    public async Task<LetterText?> NewsAsync(Guid letter, FollowedParks followed, ReturnKey key, Tongue t, CancellationToken cancel) =>
        await ToldAsync(letter, cancel) is { Count: > 0 } entries ? News(await NameAsync(followed, t, cancel), followed, entries, key, t) : null;

    /// <summary>Headers with which a mail program offers to stop (RFC 8058).</summary>
    public IReadOnlyDictionary<string, string> StopHeaders(ReturnKey key) => new Dictionary<string, string>
    {
        ["List-Unsubscribe"] = $"<{site.Absolute($"api/public/v1/subscriptions/cancellation?key={key}")}>",
        ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };

    internal LetterText Question(string what, ReturnKey key, Tongue t) => Fill("question", t, new()
    {
        ["what"] = what,
        ["hours"] = Subscriptions.Patience.TotalHours.ToString(CultureInfo.InvariantCulture),
        ["confirm"] = PageOf("confirm", key, t),
    });

    internal LetterText News(string what, FollowedParks followed, IReadOnlyList<EventLine> entries, ReturnKey key, Tongue t)
    {
        var text = Fill("news", t, new()
        {
            ["what"] = what,
            ["count"] = entries.Count.ToString(CultureInfo.InvariantCulture),
            ["most"] = entries.Count < Most ? null : Most.ToString(CultureInfo.InvariantCulture),
            ["feed"] = site.Absolute(ReadFeeds.AddressOf(followed, t)),
            ["stop"] = PageOf("stop", key, t),
        });
        var lines = entries.Select(e => $"- {Post.OneLine(ReadFeeds.TitleOf(e, t))} · {t.Day(e.At)} · {ReadFeeds.LinkOf(e, site, t)}");
        return text with { Text = text.Text.Replace(Items, string.Join('\n', lines), StringComparison.Ordinal) };
    }

    internal static string Template(string kind, string language)
    {
        using var reader = new StreamReader(typeof(NewsLetters).Assembly.GetManifestResourceStream($"letters/{kind}.{language}.txt")!);
        return reader.ReadToEnd();
    }

    private static LetterText Fill(string kind, Tongue t, Dictionary<string, string?> values) => LetterText.Fill(Template(kind, t == Tongue.English ? "en" : "zh"), values);

    private string PageOf(string act, ReturnKey key, Tongue t) => site.Absolute($"{t.Prefix}/subscriptions/{act}?key={key}".TrimStart('/'));

    /// <summary>What is followed, as a person would say it: the park's name, or the words and filters of the search.</summary>
    private async Task<string> NameAsync(FollowedParks followed, Tongue t, CancellationToken cancel) =>
        followed.Park is { } park ? await ParkNameAsync(park, cancel) ?? t.Say("page.park") : NameOf(followed, t);

    /// <summary>A search in words.</summary>
    internal static string NameOf(FollowedParks followed, Tongue t) => string.Join(" · ", new[]
    {
        followed.Q is { } words ? t == Tongue.Chinese ? $"“{Words(words)}”" : $"\"{Words(words)}\"" : null,
        followed.Province is { } adcode ? t.Province(new(adcode, Provinces.All.GetValueOrDefault(adcode, adcode))) : null,
        followed.Stage is { } stage ? t.Find($"stage.{stage}") : null,
        followed.Scope is { } scope ? t.Find($"scope.{scope}") : null,
        followed.Listed is true ? t.Say("home.onlyListed") : null,
        followed.Disclosed is true ? t.Say("home.onlyDisclosed") : null,
        followed.Industry is { } industry ? Words(industry) : null,
        followed.Batch is { } batch ? t.Say("batch.one", ("batch", Words(batch))) : null,
        followed.Verdict is { } verdict ? t.Find($"verdict.{verdict}") : null,
    }.OfType<string>());

    /// <summary>What somebody typed without what could make an address of it: nobody lets the register mail a link of theirs to a stranger.</summary>
    private static string Words(string typed) =>
        string.Concat(typed.EnumerateRunes().Where(letter => Rune.IsLetterOrDigit(letter) || letter.Value is ' ' or '-' or '/').Take(MostLetters)).Trim();

    private async Task<string?> ParkNameAsync(Guid park, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select item::json->>'name' from public_parks where id = $1");
        command.Parameters.Add(new() { Value = park });
        return await command.ExecuteScalarAsync(cancel) as string;
    }

    private async Task<IReadOnlyList<EventLine>> ToldAsync(Guid letter, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            "select line from subscription_told told join public_events using (event_id) where told.letter = $1 order by at, event_id");
        command.Parameters.Add(new() { Value = letter });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var entries = new List<EventLine>();
        while (await row.ReadAsync(cancel))
        {
            entries.Add(JsonSerializer.Deserialize<EventLine>(row.GetString(0), RegistryJson.Http)!);
        }

        return entries;
    }
}
