using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PilotRegistry.Messaging.Example;
using PilotRegistry.Testing;

namespace PilotRegistry.Messaging;

/// <summary>What a subscriber makes of events that arrive in any order, twice, or wrong.</summary>
public sealed class ReceptionTests(ReceptionTests.Listener listener) : IClassFixture<ReceptionTests.Listener>
{
    private readonly Guid stream = Guid.CreateVersion7();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Shuffled_and_doubled_arrivals_are_applied_once_and_in_sequence(int seed)
    {
        var streams = Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).ToArray();
        var all = streams.SelectMany(s => Enumerable.Range(1, 8).Select(n => Samples.Event(s, n).ToJson())).ToArray();
        var arrivals = all.Concat(all).ToArray();
        new Random(seed).Shuffle(arrivals);
        await Parallel.ForEachAsync(arrivals, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (json, cancel) =>
        {
            using var answer = await listener.Node.DeliverAsync(json);
            Assert.Equal("""{"status":"SUCCESS"}""", await answer.Content.ReadAsStringAsync(cancel));
        });

        foreach (var one in streams)
        {
            Assert.Equal("(1)\n(2)\n(3)\n(4)\n(5)\n(6)\n(7)\n(8)", await SeenAsync(one));
            Assert.Equal("(8,8)", await listener.Node.TextAsync($"select count(*), max(sequence) from received where stream_id = '{one}'"));
        }
    }

    [Fact]
    public async Task An_early_arrival_waits_until_the_gap_closes()
    {
        await DeliverAsync(Samples.Event(stream, 3).ToJson(), HttpStatusCode.OK);
        await DeliverAsync(Samples.Event(stream, 2).ToJson(), HttpStatusCode.OK);
        Assert.Equal("", await SeenAsync(stream));
        await DeliverAsync(Samples.Event(stream, 1).ToJson(), HttpStatusCode.OK);
        Assert.Equal("(1)\n(2)\n(3)", await SeenAsync(stream));
    }

    [Fact]
    public async Task The_event_is_kept_whole_and_what_the_sidecar_adds_does_not_make_it_another()
    {
        var plain = Samples.Event(stream, 1).ToJson();
        var travelled = JsonNode.Parse(plain)!.AsObject();
        travelled["traceparent"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        travelled["topic"] = "registration";
        await DeliverAsync(travelled.ToJsonString(), HttpStatusCode.OK);
        await DeliverAsync(plain, HttpStatusCode.OK);
        Assert.Equal("(1)", await SeenAsync(stream));
        var stored = await listener.Node.TextAsync($"select event from received where stream_id = '{stream}'");
        Assert.Contains("traceparent", stored, StringComparison.Ordinal);
        Assert.Contains("基础条件符合", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_content_under_the_same_id_or_place_is_refused_loudly()
    {
        await DeliverAsync(Samples.Event(stream, 1).ToJson(), HttpStatusCode.OK);
        Assert.Equal("event-conflict", await CodeAsync(Samples.Event(stream, 1, "改写的理由").ToJson()));
        Assert.Equal("event-conflict", await CodeAsync((Samples.Event(stream, 1) with { Id = Guid.CreateVersion7() }).ToJson()));
        Assert.Equal("(1)", await SeenAsync(stream));
        Assert.Contains("基础条件符合", await listener.Node.TextAsync($"select event from received where stream_id = '{stream}'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_applied_is_not_stored_either_and_may_come_again()
    {
        var mood = listener.Node.Services.GetRequiredService<Mood>();
        mood.Refuses = e => e.StreamId == stream && e.Sequence == 2;
        await DeliverAsync(Samples.Event(stream, 1).ToJson(), HttpStatusCode.OK);
        await DeliverAsync(Samples.Event(stream, 2).ToJson(), HttpStatusCode.InternalServerError);
        Assert.Equal("(1)", await SeenAsync(stream));
        Assert.Equal("(1)", await listener.Node.TextAsync($"select sequence from received where stream_id = '{stream}'"));
        mood.Refuses = _ => false;
        await DeliverAsync(Samples.Event(stream, 2).ToJson(), HttpStatusCode.OK);
        Assert.Equal("(1)\n(2)", await SeenAsync(stream));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"specversion":"1.0"}""")]
    [InlineData("""{"specversion":"0.3","id":"00000000-0000-4000-8000-000000000001"}""")]
    public async Task What_is_no_event_of_ours_is_refused_and_never_dropped(string json) =>
        Assert.Equal("not-an-event", await CodeAsync(json));

    [Fact]
    public async Task A_text_that_no_database_takes_is_refused() =>
        Assert.Equal("not-an-event", await CodeAsync(Samples.Event(stream, 1).ToJson().Replace("基础", "\\u0000", StringComparison.Ordinal)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("app-token-of-the-test")]
    [InlineData(Node.ApiToken)]
    public async Task Only_the_sidecar_may_speak(string? token)
    {
        using var refused = await listener.Node.DeliverAsync(Samples.Event(stream, 1).ToJson(), token);
        Assert.Equal("401 sidecar-only", await refused.VerdictAsync());
        Assert.Equal("", await listener.Node.TextAsync($"select sequence from received where stream_id = '{stream}'"));
    }

    [Fact]
    public async Task Subscriptions_have_the_form_that_Dapr_asks_for()
    {
        using var http = listener.Node.Http;
        http.DefaultRequestHeaders.Add("dapr-api-token", Node.AppToken);
        Assert.Equal(
            """[{"pubsubname":"pubsub","topic":"registration","route":"/events/registration"},{"pubsubname":"pubsub","topic":"submission","route":"/events/submission"}]""",
            await http.GetStringAsync("/dapr/subscribe"));
    }

    [Theory]
    [InlineData("update received set type = ''")]
    [InlineData("delete from received")]
    [InlineData("truncate received")]
    public async Task The_serving_role_can_only_add_to_what_was_received(string sql)
    {
        await using var command = listener.Node.Events.Source.CreateCommand(sql);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private Task<string> SeenAsync(Guid of) => listener.Node.TextAsync($"select sequence from seen where stream_id = '{of}' order by n");

    private async Task DeliverAsync(string json, HttpStatusCode expected)
    {
        using var answer = await listener.Node.DeliverAsync(json);
        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task<string?> CodeAsync(string json)
    {
        using var answer = await listener.Node.DeliverAsync(json);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return (await answer.BodyAsync()).GetProperty("code").GetString();
    }

    /// <summary>A service that listens to two others.</summary>
    public sealed class Listener : IAsyncLifetime
    {
        public Node Node { get; private set; } = null!;

        public async Task InitializeAsync() => Node = await Node.StartAsync("disclosure", ("Node:Topics", "registration submission"), ("Node:Loops", "off"));

        public async Task DisposeAsync() => await Node.DisposeAsync();
    }
}
