using System.Data;
using Npgsql;

namespace PilotRegistry.Disclosure;

/// <summary>
/// The first parks of the unfiltered list, joined and ready: a page of it is a slice of one row, whatever its size. Written
/// when a park's line changes, read by almost every visitor.
/// </summary>
internal static class FrontList
{
    /// <summary>How many parks it holds: every page that begins and ends among them is ready.</summary>
    public const int Most = 200;

    /// <summary>A page and how many parks there are in all; null when the page reaches beyond what is ready.</summary>
    public static async Task<(long Total, byte[] Items)?> FindAsync(NpgsqlDataSource source, int page, int pageSize, CancellationToken cancel)
    {
        var (before, until) = ((page - 1L) * pageSize, (long)page * pageSize);
        if (before >= Most)
        {
            return null;
        }

        await using var command = source.CreateCommand(
            """
            select total, cardinality(ends),
                   case when $1 < cardinality(ends) then substring(items from start + 1 for ends[least($2, cardinality(ends))] - start) else '' end
            from (select total, ends, items, coalesce(ends[$1] + 1, 0) as start from public_front) front
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)before });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)Math.Min(until, Most) });
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
        await reader.ReadAsync(cancel);
        var (total, ready) = (reader.GetInt64(0), reader.GetInt32(1));
        return until <= ready || total == ready ? (total, await reader.GetFieldValueAsync<byte[]>(2, cancel)) : null;
    }

    /// <summary>Joins the first lines anew. One transaction at a time, so that whoever writes last has seen all others.</summary>
    public static async Task RefreshAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select 1 from public_front for update"),
                new(
                    $"""
                     update public_front set total = (select count(*) from public_parks), ends = joined.ends, items = joined.items
                     from (select coalesce(array_agg(e order by n), array[]::integer[]) as ends, convert_to(coalesce(string_agg(item, ',' order by n), ''), 'UTF8') as items
                           from (select item, n, (sum(octet_length(item)) over (order by n) + n - 1)::integer as e
                                 from (select item, row_number() over (order by batch, list_number, id) as n from public_parks) numbered
                                 where n <= {Most}) measured) joined
                     """),
            },
        };
        await batch.ExecuteNonQueryAsync(cancel);
    }
}
