using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.Testing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Registration;

/// <summary>What a leaf only commits to is shown or erased by name, for a reason, and the log says that it was.</summary>
[Collection(nameof(RegistrationService))]
public sealed class LeafFieldTests(RegistrationService service)
{
    private static readonly object Person = new { field = "person", reasons = "核对责任人。" };

    [Fact]
    public async Task An_auditor_is_shown_who_acted_and_the_leaf_confirms_it()
    {
        var id = await EventAsync();
        using var answer = await ShowAsync(id, Person);
        Assert.Equal("200", await answer.VerdictAsync());
        var shown = await answer.BodyAsync();
        var committed = (await LeafAsync(id)).Commitments["person"];
        Assert.Equal(Persona.OfPark.Id.ToString(), (string?)Commitment.Open("person", committed, shown.GetProperty("disclosure").GetString()!));
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("body").ValueKind);
    }

    [Fact]
    public async Task An_auditor_is_shown_the_event_whose_hash_the_leaf_commits_to()
    {
        var id = await EventAsync();
        using var answer = await ShowAsync(id, new { field = "body", reasons = "核对内容。" });
        var shown = await answer.BodyAsync();
        var body = JsonElement.Parse(shown.GetProperty("body").GetString()!);
        Assert.Equal("演示零碳园区", body.GetProperty("park").GetProperty("name").GetString()![..6]);
        Assert.Equal(CanonicalJson.Hash(body), (string?)Commitment.Open("body", (await LeafAsync(id)).Commitments["body"], shown.GetProperty("disclosure").GetString()!));
    }

    [Fact]
    public async Task That_it_was_shown_stands_in_the_log_once_for_each_who_saw_it()
    {
        var id = await EventAsync();
        using var first = await ShowAsync(id, Person);
        using var again = await ShowAsync(id, Person);
        Assert.Equal(("200", "\"1\""), (await again.VerdictAsync(), again.Headers.ETag?.Tag));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        var leaf = await LeafOfStreamAsync(id, version: 1);
        Assert.Equal(("record.field-disclosed.v1", "disclosure", id, "auditor"), (leaf.Type, leaf.StreamType, leaf.Stream, leaf.Actor));
        Assert.Equal(id.ToString(), (string?)leaf.Public["event_id"]);
        Assert.Equal("person", (string?)leaf.Public["field"]);
    }

    [Fact]
    public async Task What_was_erased_is_shown_to_nobody_and_the_leaf_stays()
    {
        var id = await EventAsync();
        var before = (await LeafAsync(id)).Write();
        using var erased = await EraseAsync(id, Person);
        Assert.Equal("200", await erased.VerdictAsync());
        Assert.Equal(0L, await service.AsOwnerAsync("select count(*) from disclosures where event_id = $1 and name = 'person'", id));
        Assert.Equal(before, (await LeafAsync(id)).Write());
        Assert.Equal("record.field-erased.v1", (await LeafOfStreamAsync(id, version: 1)).Type);

        using var shown = await ShowAsync(id, Person);
        Assert.Equal("409 field-not-held", await shown.VerdictAsync());
        using var body = await ShowAsync(id, new { field = "body", reasons = "核对内容。" });
        Assert.Equal("200", await body.VerdictAsync());
    }

    [Fact]
    public async Task An_erasure_that_was_recorded_and_not_done_is_done_when_it_is_asked_for_again()
    {
        var id = await EventAsync();
        var kept = (string)(await service.AsOwnerAsync("select disclosure from disclosures where event_id = $1 and name = 'person'", id))!;
        using var erased = await EraseAsync(id, Person);
        await service.AsOwnerAsync("insert into disclosures (event_id, name, disclosure) values ($1, 'person', $2)", id, kept);
        using var shown = await ShowAsync(id, Person);
        Assert.Equal("409 field-not-held", await shown.VerdictAsync());

        using var again = await EraseAsync(id, Person);
        Assert.Equal(("200", "\"1\""), (await again.VerdictAsync(), again.Headers.ETag?.Tag));
        Assert.Equal(0L, await service.AsOwnerAsync("select count(*) from disclosures where event_id = $1 and name = 'person'", id));
    }

    [Theory]
    [InlineData("{\"field\":\"person\"}", "/reasons required")]
    [InlineData("{\"reasons\":\"依法。\"}", "/field required")]
    [InlineData("{\"field\":\"salary\",\"reasons\":\"依法。\"}", "/field wrong-type")]
    [InlineData("{\"field\":\"person\",\"reasons\":\"\"}", "/reasons required")]
    public async Task Field_and_reasons_must_be_given(string body, string expected)
    {
        var id = await EventAsync();
        using var content = new StringContent(body, null, "application/json");
        using var refused = await ShowAsync(id, content);
        Assert.Equal([expected], await refused.FieldErrorsAsync());
        Assert.Equal(0, await service.EventCountAsync(id));
    }

    [Fact]
    public async Task Only_auditors_are_shown_only_operators_erase_and_only_of_events_that_exist()
    {
        var id = await EventAsync();
        foreach (var persona in Persona.All)
        {
            using var shown = await service.As(persona).SendAsync(HttpMethod.Post, $"/leaves/{id}/disclosure", new { });
            Assert.Equal((persona.Role, persona.Role == "auditor" ? 422 : 403), (persona.Role, (int)shown.StatusCode));
            using var erased = await service.As(persona).SendAsync(HttpMethod.Post, $"/leaves/{id}/erasure", new { });
            Assert.Equal((persona.Role, persona.Role == "operator" ? 422 : 403), (persona.Role, (int)erased.StatusCode));
        }

        using var unknown = await ShowAsync(Persona.Named(404_404), Person);
        using var nothing = await EraseAsync(Persona.Named(404_404), Person);
        Assert.Equal(("404 not-found", "404 not-found"), (await unknown.VerdictAsync(), await nothing.VerdictAsync()));
    }

    [Fact]
    public void Both_are_stored_in_these_shapes()
    {
        var catalogue = new EventCatalogue(RegistryJson.Events, typeof(LeafFields).Assembly);
        var (id, to) = (Persona.Named(1), Persona.Named(2));
        Assert.Equal($$"""{"eventId":"{{id}}","field":"person","to":"{{to}}","reasons":"依法。"}""", catalogue.Write(new FieldDisclosed(id, LeafField.Person, to, "依法。")));
        Assert.Equal($$"""{"eventId":"{{id}}","field":"body","reasons":"依法。"}""", catalogue.Write(new FieldErased(id, LeafField.Body, "依法。")));
    }

    private Task<HttpResponseMessage> ShowAsync(Guid id, object body) => service.As(Persona.Auditor).SendAsync(HttpMethod.Post, $"/leaves/{id}/disclosure", body);

    private Task<HttpResponseMessage> EraseAsync(Guid id, object body) => service.As(Persona.Operator).SendAsync(HttpMethod.Post, $"/leaves/{id}/erasure", body);

    /// <summary>The first event of a new application.</summary>
    private async Task<Guid> EventAsync()
    {
        using var started = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/applications", Fixtures.Request(name: "演示零碳园区 " + Guid.NewGuid()));
        var stream = (await started.BodyAsync()).GetProperty("id").GetGuid();
        return (Guid)(await service.AsOwnerAsync("select id from mt_events where stream_id = $1 and version = 1", stream))!;
    }

    private async Task<Leaf> LeafAsync(Guid id) => Leaf.Read((byte[])(await service.AsOwnerAsync("select leaf from leaves where event_id = $1", id))!);

    private async Task<Leaf> LeafOfStreamAsync(Guid stream, long version) =>
        Leaf.Read((byte[])(await service.AsOwnerAsync("select leaf from leaves where stream_id = $1 and version = $2", stream, version))!);
}
