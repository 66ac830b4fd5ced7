using System.Security.Claims;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host.Features;

/// <summary>Cases that the caller may see: running ones first, the latest of them first.</summary>
public static class ListInstances
{
    private const int Most = 200;

    /// <param name="Due">The nearest last day of an open task.</param>
    /// <param name="Nodes">Where it has open tasks.</param>
    public sealed record Item(Guid Id, string Process, string? BusinessKey, Guid? Park, string? Province, string Status, DateTimeOffset Started, DateTimeOffset? Ended, DateTimeOffset? Due, IReadOnlyList<string> Nodes, int Incidents);

    public sealed record All(IReadOnlyList<Item> Items);

    public static void MapListInstances(this IEndpointRouteBuilder routes) => routes
        .MapGet("/instances", Handle).RequireAuthorization("Insider").WithName(nameof(ListInstances)).WithSummary("Cases within the caller's scope");

    /// <param name="stuck">Those with an incident alone, wherever they stand among the others.</param>
    private static async Task<JsonAnswer<All>> Handle(string? process, Guid? park, bool? stuck, EventDatabase database, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (user.Role() == Roles.Service) return Answer.Of(new All([]));
        await using var command = database.Source.Command(
            """
            select i.id, i.process, i.business_key, i.park, i.province, i.status, i.started, i.ended, (select min(due) from tasks t where t.instance = i.id),
                array(select distinct t.node from tasks t where t.instance = i.id order by 1), (select count(*) from incidents n where n.instance = i.id)
            from instances i
            where ($1 is null or i.process = $1) and ($2 is null or i.park = $2) and ($3 is null or i.province = $3)
                and (not $5 or exists (select from incidents n where n.instance = i.id)) and ($6 is null or i.organisation = $6) and ($7 is null or i.body = $7)
                and ($8 is null or i.park = $8)
            order by i.ended nulls first, i.started desc limit $4
            """,
            Sql.Optional(process), Sql.Optional(park), Sql.Optional(user.Province()), Sql.Of(Most), Sql.Of(stuck == true),
            Of(user, Roles.Park), Of(user, Roles.Verifier, Roles.VerifierLead), Sql.Optional(user.ParkId()));
        var items = new List<Item>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) items.Add(Row(reader));
        return Answer.Of(new All(items));
    }

    /// <summary>The caller's organisation, where its role sees that organisation's cases only (<see cref="Sight"/>).</summary>
    private static NpgsqlParameter Of(ClaimsPrincipal user, params string[] roles) => Sql.Optional(roles.Contains(user.Role()) ? user.Organisation() : (Guid?)null);

    private static Item Row(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetGuid(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5),
        row.GetFieldValue<DateTimeOffset>(6), row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7), row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
        row.GetFieldValue<string[]>(9), (int)row.GetInt64(10));
}
