using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Mail;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>Somebody with a mailbox of their own who follows by mail.</summary>
public sealed partial class Follower(DisclosureService service)
{
    private static int networks;

    public string Address { get; } = $"reader-{Guid.NewGuid():N}@example.org";

    /// <param name="from">The network's address of the call; one of its own otherwise.</param>
    public async Task<HttpResponseMessage> AskAsync(FollowedParks followed, string language = "zh", string? from = null)
    {
        var body = JsonSerializer.SerializeToNode(followed, RegistryJson.Http)!.AsObject();
        (body["email"], body["language"]) = (JsonValue.Create(Address), JsonValue.Create(language));
        return await AskAsync((object)body, from);
    }

    public async Task<HttpResponseMessage> AskAsync(object body, string? from = null)
    {
        var client = Caller(from);
        return await client.PostAsJsonAsync("/subscriptions", body);
    }

    /// <summary>The key of the mail that asks.</summary>
    public async Task<string> KeyAsync() => KeyOf((await new MailFolder(service.Mails).ToAsync(Address, 1))[^1]);

    /// <summary>Asks and confirms.</summary>
    public async Task<Follower> FollowAsync(FollowedParks followed, string language = "zh")
    {
        using var asked = await AskAsync(followed, language);
        Assert.Equal("202", await asked.VerdictAsync());
        using var confirmed = await PostAsync("confirmation", await KeyAsync());
        Assert.Equal("204", await confirmed.VerdictAsync());
        return this;
    }

    public Task<HttpResponseMessage> PostAsync(string command, string key, string? page = null) =>
        Caller().PostAsync(new Uri($"/subscriptions/{command}?key={key}{(page is null ? "" : $"&page={page}")}", UriKind.Relative), content: null);

    /// <summary>How many of its subscriptions are kept for which this holds.</summary>
    public async Task<long> CountAsync(string condition = "true") => (long)(await service.AsOwnerAsync($"select count(*) from subscriptions where address = $1 and {condition}", Address))!;

    /// <summary>The work of a morning, with a clock and a mail server of the test's own; the mails to this follower.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> MorningAsync(SettableClock clock, MailListener server, int most = NewsLetters.Most)
    {
        await WorkAsync(clock, server.Port, most: most);
        return MailsIn(server);
    }

    public IReadOnlyList<ReceivedMail> MailsIn(MailListener server) => [.. server.Mails.Where(mail => mail.Header("To") == Address)];

    public async Task WorkAsync(SettableClock clock, int port, ILoggerFactory? logs = null, int most = NewsLetters.Most)
    {
        var (database, by) = (Of<EventDatabase>(), logs ?? NullLoggerFactory.Instance);
        var post = new Post(Options.Create(new MailSettings { From = "register@registry.example", Smtp = new() { Host = "127.0.0.1", Port = port, Tls = false } }));
        using var worker = new MailSubscribers(
            new Subscriptions(database, clock), new News(database, clock) { Most = most }, new SendNews(database, Of<NewsLetters>(), post, clock, by.CreateLogger<SendNews>()),
            post, clock, by.CreateLogger<MailSubscribers>());
        while (await worker.RoundAsync(default))
        {
        }
    }

    /// <summary>A clock a second after the next morning's mails are due.</summary>
    public static SettableClock Tomorrow()
    {
        var clock = new SettableClock();
        clock.Advance(News.NextMorning(clock.GetUtcNow()) - clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        return clock;
    }

    /// <summary>The entries that a mail tells, as title and link.</summary>
    public static IReadOnlyList<(string Title, string Link)> EntriesOf(ReceivedMail mail) => [.. Entry().Matches(mail.Text).Select(line => (line.Groups[1].Value, line.Groups[2].Value))];

    public static string KeyOf(ReceivedMail mail) => Key().Match(mail.Text).Groups[1].Value;

    /// <summary>The service's tables in which a text stands anywhere.</summary>
    public async Task<object?> TablesWithAsync(string text) => await service.AsOwnerAsync(
        """
        select string_agg(t.table_name, ' ') from information_schema.tables t
        where t.table_schema = 'disclosure' and t.table_type = 'BASE TABLE'
          and query_to_xml(format('select * from disclosure.%I', t.table_name), false, true, '')::text like $1
        """,
        $"%{text}%");

    /// <summary>From a network of its own, unless one is named.</summary>
    private HttpClient Caller(string? from = null)
    {
        var client = service.Anonymous();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", from ?? $"2001:db8:{Interlocked.Increment(ref networks):x}::1");
        return client;
    }

    private T Of<T>()
        where T : notnull => (T)service.Services.GetService(typeof(T))!;

    [GeneratedRegex("[?]key=([A-Z0-9-]+)")]
    private static partial Regex Key();

    [GeneratedRegex("^- (.+) · [^·]+ · (http\\S+)$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
