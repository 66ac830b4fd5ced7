using System.Text.Json;
using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Folding;

namespace PilotRegistry.Disclosure;

/// <summary>Writes one park's rows of Schema/001-public.sql.</summary>
internal static class PublicTables
{
    private static readonly string[] Clear =
    [
        "delete from public_parks where id = $1",
        "delete from public_pages where park_id = $1",
        "delete from public_events where park_id = $1",
        "delete from public_years where park_id = $1",
        "delete from public_disputes where park_id = $1",
        "delete from public_key_projects where park_id = $1",
    ];

    /// <summary>Replaces whatever is shown of the park; shows nothing when <paramref name="shown"/> is null.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Replace(Guid park, PublicPark? shown) =>
        [.. Clear.Select(sql => Command(sql, park)), .. shown is null ? [] : Put(park, shown)];

    private static IEnumerable<NpgsqlBatchCommand> Put(Guid park, PublicPark shown) =>
    [
        Command(
            """
            insert into public_parks (id, batch, list_number, province, stage, scope, listed, demo, disclosed_years, search, item, csv, json, industry, list, verdict, management_body)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """,
            park, shown.Batch, shown.Item.ListNumber, shown.Item.Province.Adcode, Code(shown.Item.Stage), Code(shown.Item.Scope), shown.Batch is not null,
            shown.Item.Demo, shown.Item.DisclosedYears.Count, shown.Search, shown.ItemJson(),
            Csv.Line(CsvColumns.Park(shown.Item)), JsonLine.Of(CsvColumns.Parks, CsvColumns.Park(shown.Item)), shown.Item.IndustryGroup, shown.ListJson(),
            shown.Item.CoreVerdict is { } verdict ? Code(verdict) : null, shown.ManagementBodyId),
        .. shown.Pages.Select(p => Command(
            "insert into public_pages (path, park_id, etag, body) values ($1, $2, $3, $4)", p.Path, park, p.ETag, p.Body)),
        .. shown.Events.Select(e => Command(
            "insert into public_events (event_id, park_id, at, decision, line, logged, csv) values ($1, $2, $3, $4, $5, $6, $7)",
            e.Entry.EventId, park, e.Entry.At, e.DecisionJson, e.Line, e.Entry.LogIndex is not null, e.Csv)),
        .. shown.Years.Select(y => Command(
            "insert into public_years (park_id, year, csv, json, item, province, industry, body, latest) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            park, y.Year, y.Csv, y.Json, y.Item, shown.Item.Province.Adcode, shown.Item.IndustryGroup, y.Body, y.Year == shown.Years.Max(other => other.Year))),
        .. shown.Disputes.Select(d => Command("insert into public_disputes (number, park_id, csv, json) values ($1, $2, $3, $4)", d.Number, park, d.Csv, d.Json)),
        .. shown.KeyProjects.Select(p => Command("insert into public_key_projects (park_id, number, csv, json) values ($1, $2, $3, $4)", park, p.Number, p.Csv, p.Json)),
    ];

    private static string Code<T>(T value) => JsonSerializer.SerializeToElement(value, RegistryJson.Http).GetString()!;

    private static NpgsqlBatchCommand Command(string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(values.Select(v => new NpgsqlParameter { Value = v ?? DBNull.Value }).ToArray());
        return command;
    }
}
