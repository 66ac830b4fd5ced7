using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Messaging.Example;
using PilotRegistry.Messaging.Publishing;
using PilotRegistry.Testing;

namespace PilotRegistry.Messaging;

/// <summary>What leaves a service, step by step; no loop runs by itself.</summary>
public sealed class ForwarderTests : IAsyncLifetime
{
    private TestIssuer issuer = null!;
    private RecordingSidecar sidecar = null!;
    private Node node = null!;

    public async Task InitializeAsync()
    {
        issuer = await TestIssuer.StartAsync();
        sidecar = await RecordingSidecar.StartAsync();
        node = await Node.StartAsync(
            "registration", ("Node:Loops", "off"), ("Dapr:HttpEndpoint", sidecar.Address),
            ("Auth:Issuer", issuer.Address), ("Auth:Discovery", issuer.Address));
        node.Clock.Pass(DateTimeOffset.UtcNow - node.Clock.GetUtcNow());
    }

    public async Task DisposeAsync()
    {
        await node.DisposeAsync();
        await sidecar.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_published_event_is_a_CloudEvent_handed_to_Dapr()
    {
        var stream = Guid.CreateVersion7();
        await node.AppendAsync(stream, Samples.Recommended(1));
        await ForwardAsync(Copy(), 1);
        var (path, token, mediaType, body) = sidecar.Taken.Single();
        Assert.Equal("/v1.0/publish/pubsub/registration", path);
        Assert.Equal(Node.ApiToken, token);
        Assert.Equal(CloudEvent.MediaType, mediaType);
        var happened = CloudEvent.Parse(body);
        Approved.Matches("tests/Messaging.Tests/Approved/cloud-event.json", body
            .Replace(happened.Id.ToString(), "{id}", StringComparison.Ordinal)
            .Replace(stream.ToString(), "{stream}", StringComparison.Ordinal)
            .Replace(happened.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null), "{time}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_Contracts_declares_leaves_and_its_numbers_are_dense()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await node.AppendAsync(one, new NoteTaken("only here"), Samples.Recommended(1), new NoteTaken("only here"));
        await node.AppendAsync(other, Samples.Recommended(1));
        await node.AppendAsync(one, Samples.Recommended(2), Samples.Recommended(3));
        await ForwardAsync(Copy(), 4);
        Assert.Equal([1, 2, 3], SequencesOf(one));
        Assert.Equal([1], SequencesOf(other));
        Assert.DoesNotContain(sidecar.Taken, t => t.Body.Contains("only here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_sidecar_did_not_confirm_is_sent_again_with_the_same_id_and_number()
    {
        var stream = Guid.CreateVersion7();
        sidecar.Fails = n => n is 2 or 3;
        await node.AppendAsync(stream, Samples.Recommended(1), Samples.Recommended(2));
        await ForwardAsync(Copy(), 4);
        Assert.Equal([1, 2, 2, 2], SequencesOf(stream));
        Assert.Equal(2, sidecar.Events.Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_copy_that_dies_before_it_notes_what_it_sent_is_replaced_without_loss()
    {
        var stream = Guid.CreateVersion7();
        await node.AppendAsync(stream, Samples.Recommended(1), Samples.Recommended(2), Samples.Recommended(3));
        await SendWithoutNotingAsync(Copy());
        await ForwardAsync(Copy(), 6);
        Assert.Equal([1, 2, 3, 1, 2, 3], SequencesOf(stream));
        Assert.Equal(3, sidecar.Events.Select(e => e.Id).Distinct().Count());
        await node.AppendAsync(stream, Samples.Recommended(4));
        await ForwardAsync(Copy(), 7);
        Assert.Equal(4, SequencesOf(stream)[^1]);
    }

    [Fact]
    public async Task Of_two_copies_one_works_and_the_other_takes_over_when_it_stops()
    {
        var (first, second) = (Copy(), Copy());
        await first.ForwardAsync(default);
        Assert.Equal(Round.OthersTurn, await second.ForwardAsync(default));
        await first.StopAsync();
        await node.AppendAsync(Guid.CreateVersion7(), Samples.Recommended(1));
        await ForwardAsync(second, 1);
        Assert.Equal(Round.OthersTurn, await first.ForwardAsync(default));
    }

    /// <summary>It would count on from where the other one stands, and give an old event a new number.</summary>
    [Fact]
    public async Task A_copy_that_slept_through_its_lease_sends_nothing_under_a_wrong_number()
    {
        var (stream, sleeping) = (Guid.CreateVersion7(), Copy());
        await sleeping.ForwardAsync(default);
        await using (var expire = node.Events.Source.CreateCommand("update mt_event_progression set lease_until = now() - interval '1 s'"))
        {
            await expire.ExecuteNonQueryAsync();
        }

        await node.AppendAsync(stream, Samples.Recommended(1), Samples.Recommended(2));
        await ForwardAsync(Copy(), 2);
        Assert.Equal(Round.More, await sleeping.ForwardAsync(default));
        Assert.Equal(Round.OthersTurn, await sleeping.ForwardAsync(default));
        Assert.Equal([1, 2], SequencesOf(stream));
    }

    [Fact]
    public async Task More_events_than_one_batch_holds_all_leave()
    {
        var stream = Guid.CreateVersion7();
        await node.AppendAsync(stream, [.. Enumerable.Range(1, 120).Select(Samples.Recommended)]);
        await ForwardAsync(Copy(), 120);
        Assert.Equal(Enumerable.Range(1, 120).Select(n => (long)n), SequencesOf(stream));
    }

    [Fact]
    public async Task Everything_can_be_published_once_more_with_the_same_ids_and_numbers()
    {
        var (stream, working) = (Guid.CreateVersion7(), Copy());
        await node.AppendAsync(stream, Samples.Recommended(1), new NoteTaken("only here"), Samples.Recommended(2));
        await ForwardAsync(working, 2);
        using (var http = node.Http)
        {
            http.DefaultRequestHeaders.Authorization = issuer.Bearer(Persona.Operator);
            using var accepted = await http.PostAsync("/republication", null);
            Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        }

        await node.AppendAsync(stream, Samples.Recommended(3));
        await ForwardAsync(working, 5);
        Assert.Equal([1, 2, 1, 2, 3], SequencesOf(stream));
        Assert.Equal(3, sidecar.Events.Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task Only_the_operator_may_have_everything_published_again()
    {
        using var http = node.Http;
        http.DefaultRequestHeaders.Authorization = issuer.Bearer(Persona.National);
        using var refused = await http.PostAsync("/republication", null);
        Assert.Equal("403 not-allowed", await refused.VerdictAsync());
    }

    private Forwarder Copy() => ActivatorUtilities.CreateInstance<Forwarder>(node.Services, "registration");

    private long[] SequencesOf(Guid stream) => [.. sidecar.Events.Where(e => e.StreamId == stream).Select(e => e.Sequence)];

    /// <summary>Rounds until the sidecar was called so often; transactions of other tests may hold the feed back for a moment.</summary>
    private Task ForwardAsync(Forwarder copy, int calls) => Eventually.IsAsync(calls, async () =>
    {
        await copy.ForwardAsync(default);
        return sidecar.Taken.Count;
    });

    /// <summary>The copy loses its lease while it talks: as good as dead.</summary>
    private async Task SendWithoutNotingAsync(Forwarder copy)
    {
        await using var expire = node.Events.Source.CreateCommand("update mt_event_progression set lease_until = now() - interval '1 s', lease_token = null");
        sidecar.Fails = n =>
        {
            expire.ExecuteNonQuery();
            return false;
        };
        await ForwardAsync(copy, 3);
        sidecar.Fails = _ => false;
    }
}
