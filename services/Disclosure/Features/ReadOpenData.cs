using System.Data;
using System.Text;
using Npgsql;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure.Features;

/// <summary>
/// Anybody downloads everything that is public. Files are streamed from ready lines, so their size costs no memory.
/// </summary>
public static class ReadOpenData
{
    private const string ByteOrderMark = "\uFEFF";

    /// <param name="Lines">A query of one column: the file's lines in order.</param>
    private sealed record OpenFile(string Name, string MediaType, string Head, string LineEnd, string Lines);

    private static readonly OpenFile[] Files =
    [
        Table("parks", CsvColumns.Parks, "public_parks", "batch, list_number, id"),
        Lines("parks", "json", "public_parks", "batch, list_number, id"),
        Table("years", CsvColumns.Years, "public_years", "year, park_id"),
        Lines("years", "json", "public_years", "year, park_id"),
        Table("events", CsvColumns.Events, "public_events", "at, event_id"),
        Lines("events", "line", "public_events", "at, event_id"),
        Table("disputes", CsvColumns.Disputes, "public_disputes", "number"),
        Lines("disputes", "json", "public_disputes", "number"),
        Table("key-projects", CsvColumns.KeyProjects, "public_key_projects", "park_id, number"),
        Lines("key-projects", "json", "public_key_projects", "park_id, number"),
    ];

    private static OpenFile Table(string name, IReadOnlyList<string> columns, string table, string order) =>
        new($"{name}.csv", "text/csv; charset=utf-8", ByteOrderMark + Csv.Line(columns), "", $"select csv from {table} order by {order}");

    private static OpenFile Lines(string name, string column, string table, string order) =>
        new($"{name}.jsonl", "application/x-ndjson; charset=utf-8", "", "\n", $"select {column} from {table} order by {order}");

    public static void MapReadOpenData(this IEndpointRouteBuilder routes)
    {
        foreach (var file in Files)
        {
            routes.MapGet($"/open-data/{file.Name}", (HttpContext http, EventDatabase database, CancellationToken cancel) => SendAsync(file, http, database, cancel))
                .AllowAnonymous()
                .WithName($"ReadOpenData.{file.Name}")
                .WithSummary($"Everything public as {file.Name}")
                .Produces<string>(StatusCodes.Status200OK, file.MediaType.Split(';')[0]);
        }
    }

    /// <summary>Tag and lines come from one snapshot.</summary>
    private static async Task<IResult> SendAsync(OpenFile file, HttpContext http, EventDatabase database, CancellationToken cancel)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var tag = await TagAsync(file, connection, cancel);
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "no-cache";
        if (((string?)http.Request.Headers.IfNoneMatch)?.Split(',', StringSplitOptions.TrimEntries).Contains(tag) == true)
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        http.Response.ContentType = file.MediaType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{file.Name}\"";
        await http.Response.WriteAsync(file.Head, cancel);
        await using var command = new NpgsqlCommand(file.Lines, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            await http.Response.BodyWriter.WriteAsync(reader.GetFieldValue<byte[]>(0), cancel);
            await http.Response.WriteAsync(file.LineEnd, cancel);
        }

        return Results.Empty;
    }

    private static async Task<string> TagAsync(OpenFile file, NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"select md5(coalesce(string_agg(md5(line), '' order by n), '')) from (select row_number() over () as n, line from ({file.Lines}) lines (line)) numbered",
            connection);
        var hash = (string)(await command.ExecuteScalarAsync(cancel))!;
        return PublicPage.TagOf(Encoding.UTF8.GetBytes(file.Head + hash));
    }
}
