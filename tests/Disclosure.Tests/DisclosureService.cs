using System.Text;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Messaging;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>One running disclosure service for all HTTP tests; each test makes its own parks.</summary>
public class DisclosureService() : ServiceUnderTest<Program>("disclosure")
{
    /// <summary>Where its mails lie.</summary>
    public string Mails { get; } = Directory.CreateTempSubdirectory("registry-mail").FullName;

    public override async Task InitializeAsync()
    {
        Set("Mail:Folder", Mails);
        Set("Mail:From", "register@registry.example");
        await base.InitializeAsync();
    }

    /// <summary>Hands events over as a sidecar does, in this order.</summary>
    public async Task DeliverAsync(params IEnumerable<CloudEvent> events)
    {
        using var sidecar = Anonymous();
        sidecar.DefaultRequestHeaders.Add("dapr-api-token", TestSidecar.Token);
        foreach (var happened in events)
        {
            using var content = new StringContent(happened.ToJson(), Encoding.UTF8, CloudEvent.MediaType);
            using var answer = await sidecar.PostAsync($"/events{happened.Source}", content);
            Assert.Equal("""{"status":"SUCCESS"}""", await answer.Content.ReadAsStringAsync());
        }
    }

    /// <summary>Everything the public tables hold about these parks, and the beginning of the list, byte for byte.</summary>
    public async Task<IReadOnlyList<string>> PublicBytesAsync(params Guid[] parks)
    {
        var rows = new List<string>();
        await using var command = ((EventDatabase)Services.GetService(typeof(EventDatabase))!).Source.CreateCommand(
            """
            select to_jsonb(p)::text from public_parks p where id = any($1)
            union all select to_jsonb(p)::text from public_pages p where park_id = any($1)
            union all select to_jsonb(p)::text from public_events p where park_id = any($1)
            union all select to_jsonb(p)::text from public_years p where park_id = any($1)
            union all select to_jsonb(p)::text from public_front p order by 1
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = parks });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}

[CollectionDefinition(nameof(DisclosureService))]
public sealed class DisclosureServiceTests : ICollectionFixture<DisclosureService>;
