using System.Text.Json;
using Npgsql;

namespace PilotRegistry.EventStore;

/// <summary>Reads rows of views. Queries read views only; no query replays events for a screen.</summary>
public sealed class ViewReader(EventDatabase database)
{
    /// <summary>The row of one stream, or null.</summary>
    public async Task<Seen<TRow>?> FindAsync<TRow>(View<TRow> view, Guid id, CancellationToken cancel = default)
        where TRow : class =>
        (await ListAsync(view, $"id = {id}", cancel: cancel)) is [var found] ? found : null;

    /// <summary>Rows that satisfy <paramref name="where"/>, by id (ids sort by time), after <paramref name="after"/>.</summary>
    /// <param name="where">SQL over <c>id</c> and <c>row</c>; what is interpolated becomes a parameter.</param>
    public Task<IReadOnlyList<Seen<TRow>>> ListAsync<TRow>(
        View<TRow> view, FormattableString where, Guid? after = null, int limit = 1000, CancellationToken cancel = default)
        where TRow : class => ReadAsync(view, where, after, limit, "asc", cancel);

    /// <summary>The newest of the rows that satisfy <paramref name="where"/>, newest first.</summary>
    /// <param name="where">As in <see cref="ListAsync"/>.</param>
    public Task<IReadOnlyList<Seen<TRow>>> NewestAsync<TRow>(View<TRow> view, FormattableString where, int limit, CancellationToken cancel = default)
        where TRow : class => ReadAsync(view, where, after: null, limit, "desc", cancel);

    private async Task<IReadOnlyList<Seen<TRow>>> ReadAsync<TRow>(
        View<TRow> view, FormattableString where, Guid? after, int limit, string order, CancellationToken cancel)
        where TRow : class
    {
        var names = Enumerable.Range(3, where.ArgumentCount).Select(n => (object)$"${n}").ToArray();
        await using var command = database.Source.CreateCommand(
            $"select id, version, row from {view.Table} where id > $1 and ({string.Format(null, where.Format, names)}) order by id {order} limit $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after ?? Guid.Empty });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        foreach (var value in where.GetArguments())
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        var rows = new List<Seen<TRow>>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var row = JsonSerializer.Deserialize<TRow>(reader.GetString(2), database.Catalogue.Json)!;
            rows.Add(new(reader.GetGuid(0), reader.GetInt64(1), row));
        }

        return rows;
    }
}
