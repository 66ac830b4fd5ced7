using System.Text.Json;
using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody sees the parks gathered: by province, by the published list, by the body that verified them. Each number is a list of records.</summary>
public static class ReadGroups
{
    /// <param name="Parks">How many parks of the province are public.</param>
    /// <param name="Demo">How many of them were played for demonstration (演示).</param>
    /// <param name="Met">How many reach their core target in their latest disclosed year.</param>
    public sealed record ProvinceLine(ProvinceName Province, long Parks, long Demo, long Listed, long Accepted, long Disclosed, long Met);

    public sealed record Provinces(IReadOnlyList<ProvinceLine> Items);

    /// <param name="List">The list as published.</param>
    public sealed record BatchLine(Listing List, long Parks, long Demo, long Provinces, long Disclosed, long Accepted);

    public sealed record Batches(IReadOnlyList<BatchLine> Items);

    /// <param name="Years">Disclosed years whose statement the body signed.</param>
    /// <param name="Unmodified">How many of those statements are unmodified.</param>
    /// <param name="Findings">How many findings it raised in them.</param>
    public sealed record BodyLine(Guid Id, string Name, long Years, long Parks, long Unmodified, long Findings, DateTimeOffset LastDisclosedAt);

    public sealed record Bodies(IReadOnlyList<BodyLine> Items);

    public static void MapReadGroups(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/provinces", ProvincesAsync).AllowAnonymous().WithName("ReadProvinces").WithSummary("Public parks counted by province");
        routes.MapGet("/batches", BatchesAsync).AllowAnonymous().WithName("ReadBatches").WithSummary("The published construction lists");
        routes.MapGet("/bodies", BodiesAsync).AllowAnonymous().WithName("ReadVerificationBodies").WithSummary("Verification bodies and what they signed");
    }

    private static async Task<JsonAnswer<Provinces>> ProvincesAsync(EventDatabase database, CancellationToken cancel) => Answer.Of(new Provinces(await ReadAsync(
        database,
        """
        select province, count(*), count(*) filter (where demo), count(*) filter (where listed), count(*) filter (where stage = 'accepted'),
               count(*) filter (where disclosed_years > 0), count(*) filter (where verdict = 'met')
        from public_parks group by province order by province
        """,
        row => new ProvinceLine(
            new(row.GetString(0), Contracts.Provinces.All.GetValueOrDefault(row.GetString(0), row.GetString(0))),
            row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6)),
        cancel)));

    private static async Task<JsonAnswer<Batches>> BatchesAsync(EventDatabase database, CancellationToken cancel) => Answer.Of(new Batches(await ReadAsync(
        database,
        """
        select min(list), count(*), count(*) filter (where demo), count(distinct province), count(*) filter (where disclosed_years > 0),
               count(*) filter (where stage = 'accepted')
        from public_parks where list is not null group by batch order by batch
        """,
        row => new BatchLine(
            JsonSerializer.Deserialize<Listing>(row.GetString(0), RegistryJson.Http)! with { ListNumber = null },
            row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)),
        cancel)));

    private static async Task<JsonAnswer<Bodies>> BodiesAsync(EventDatabase database, CancellationToken cancel) => Answer.Of(new Bodies(await ReadAsync(
        database,
        """
        select body, (array_agg(item::jsonb->>'bodyName' order by year desc))[1], count(*), count(distinct park_id),
               count(*) filter (where item::jsonb->>'opinion' = 'unmodified'), coalesce(sum((item::jsonb->>'findings')::bigint), 0)::bigint,
               max((item::jsonb->>'disclosedAt')::timestamptz)
        from public_years where body is not null group by body order by 2, 1
        """,
        row => new BodyLine(
            row.GetGuid(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetFieldValue<DateTimeOffset>(6)),
        cancel)));

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(EventDatabase database, string sql, Func<NpgsqlDataReader, T> line, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var lines = new List<T>();
        while (await reader.ReadAsync(cancel))
        {
            lines.Add(line(reader));
        }

        return lines;
    }
}
