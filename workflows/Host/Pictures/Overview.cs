using Npgsql;
using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>What is and was at a node.</summary>
/// <param name="MedianDays">From opening to end, of tasks that ended in the last 365 days, as <see cref="WaitingTimes"/> tells everybody; null when none did.</param>
public sealed record CountedNode(string Process, string Node, long Open, long Overdue, long Incidents, long Finished, decimal? MedianDays);

/// <summary>How many cases of a process there are.</summary>
public sealed record CountedCases(string Process, long Running, long Suspended, long Ended);

/// <summary>Counts over all cases, or those of a province.</summary>
public sealed class Overview(EventDatabase database)
{
    private const string Nodes =
        $"""
        with open as (
            select process, node, count(*) as open, count(*) filter (where due < now()) as overdue from tasks where $1 is null or province = $1 group by 1, 2),
        stuck as (
            select coalesce(t.process, i.process) as process, n.node, count(*) as stuck from incidents n join instances i on i.id = n.instance
            left join tasks t on t.instance = n.instance and t.element = n.element where $1 is null or i.province = $1 group by 1, 2),
        ended as (
            select process, node, count(*) as finished, {WaitingTimes.MedianDays} as days
            from tasks_ended
            where ended > now() - interval '365 days' and ($1 is null or instance in (select id from instances where province = $1)) group by 1, 2)
        select process, node, coalesce(open, 0), coalesce(overdue, 0), coalesce(stuck, 0), coalesce(finished, 0), days
        from open full join stuck using (process, node) full join ended using (process, node) order by 1, 2
        """;

    private const string Cases =
        """
        select process, count(*) filter (where status = 'running'), count(*) filter (where status = 'suspended'), count(*) filter (where ended is not null)
        from instances where $1 is null or province = $1 group by 1 order by 1
        """;

    public Task<IReadOnlyList<CountedNode>> NodesAsync(string? province, CancellationToken cancel) => ReadAsync(
        Nodes, province, row => new CountedNode(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.IsDBNull(6) ? null : row.GetDecimal(6)), cancel);

    public Task<IReadOnlyList<CountedCases>> CasesAsync(string? province, CancellationToken cancel) =>
        ReadAsync(Cases, province, row => new CountedCases(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)), cancel);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string text, string? province, Func<NpgsqlDataReader, T> row, CancellationToken cancel)
    {
        var rows = new List<T>();
        await using var command = database.Source.Command(text, Sql.Optional(province));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) rows.Add(row(reader));
        return rows;
    }
}
