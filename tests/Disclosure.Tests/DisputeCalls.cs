using System.Net.Http.Json;
using System.Text.Json;
using PilotRegistry.Disclosure.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>What tests of disputes do again and again.</summary>
public abstract class DisputeCalls(DisclosureService service)
{
    protected DisclosureService Service { get; } = service;

    protected const string Words = "附近居民看到夜间仍在燃煤。";

    private static int addresses;

    protected async Task<Guid> IdAsync(string number) =>
        (Guid)(await Service.AsOwnerAsync("select dispute_id from dispute_texts where number = $1", number))!;

    /// <summary>Names of the service's tables that hold this text, as text or as bytes.</summary>
    protected async Task<string> TablesWithAsync(string text) => (string)(await Service.AsOwnerAsync(
        """
        select coalesce(string_agg(t.table_name, ' ' order by t.table_name), '')::text from information_schema.tables t,
            lateral (select query_to_xml(format('select t::text from disclosure.%I t', t.table_name), false, true, '')::text as content) held
        where t.table_schema = 'disclosure' and t.table_type = 'BASE TABLE'
          and (held.content like '%' || $1 || '%' or held.content like '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%')
        """,
        text))!;

    protected async Task CommandAsync(Persona persona, string path, object body, long version, string expected)
    {
        using var answer = await Service.As(persona).CommandAsync(path, body, version);
        Assert.Equal(expected, await answer.VerdictAsync());
    }

    /// <param name="key">Idempotency-Key.</param>
    /// <param name="by">Who happens to be signed in.</param>
    protected async Task<JsonElement> RaiseAsync(Guid park, RaiseDispute.Request request, string? address = null, string? key = null, Persona? by = null)
    {
        using var client = From(address, by);
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add("Idempotency-Key", key);
        }

        using var answer = await client.PostAsJsonAsync($"/parks/{park}/disputes", request);
        Assert.Equal("202", await answer.VerdictAsync());
        return await answer.BodyAsync();
    }

    protected Task<HttpResponseMessage> FollowAsync(string path, object body, string? address = null) => From(address).PostAsJsonAsync(path, body);

    /// <summary>Each from an address of its own.</summary>
    private HttpClient From(string? address, Persona? by = null)
    {
        var client = by is null ? Service.Anonymous() : Service.As(by);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address ?? $"203.0.113.{Interlocked.Increment(ref addresses)}");
        return client;
    }
}
