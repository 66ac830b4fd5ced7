using System.Data;
using System.Globalization;
using Npgsql;

namespace PilotRegistry.Disclosure;

/// <summary>The list of public parks, or of disclosed years, under some conditions, a page of it ready to be sent.</summary>
internal sealed class ParkQuery(NpgsqlDataSource source, string table = ParkQuery.Parks, string order = "batch, list_number, id")
{
    private const string Parks = "public_parks";

    private readonly List<string> conditions = [];
    private readonly List<object> values = [];

    /// <summary>Narrows the list, unless there is nothing to narrow it by.</summary>
    /// <param name="condition">SQL that lacks its last operand.</param>
    public ParkQuery Where(string condition, object? value)
    {
        if (value is not null)
        {
            values.Add(value);
            conditions.Add($"{condition} ${values.Count}");
        }

        return this;
    }

    /// <summary>How many parks match, and the page's lines joined.</summary>
    public async Task<(long Total, byte[] Items)> PageAsync(int page, int pageSize, CancellationToken cancel) =>
        table == Parks && conditions.Count == 0 && await FrontList.FindAsync(source, page, pageSize, cancel) is { } ready
            ? ready
            : await AskAsync(page, pageSize, cancel);

    private async Task<(long Total, byte[] Items)> AskAsync(int page, int pageSize, CancellationToken cancel)
    {
        var before = (page - 1L) * pageSize;
        var (count, items) = await ItemsAsync(before, pageSize, cancel);

        // A page that is not full ends the list, so that most lists need not be counted.
        var isEnd = count < pageSize && (count > 0 || page == 1);
        return (isEnd ? before + count : await CountAsync(cancel), items);
    }

    private async Task<(long Count, byte[] Items)> ItemsAsync(long before, int pageSize, CancellationToken cancel)
    {
        var paging = string.Create(CultureInfo.InvariantCulture, $"limit {pageSize} offset {before}");
        await using var command = Command(
            $"select count(*), coalesce(string_agg(item, ','), '') from (select item {From} order by {order} {paging}) items");
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
        await reader.ReadAsync(cancel);
        return (reader.GetInt64(0), await reader.GetFieldValueAsync<byte[]>(1, cancel));
    }

    private async Task<long> CountAsync(CancellationToken cancel)
    {
        await using var command = Command($"select count(*) {From}");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private string From => conditions.Count > 0 ? $"from {table} where {string.Join(" and ", conditions)}" : $"from {table}";

    private NpgsqlCommand Command(string sql)
    {
        var command = source.CreateCommand(sql);
        command.Parameters.AddRange(values.Select(v => new NpgsqlParameter { Value = v }).ToArray());
        return command;
    }
}
