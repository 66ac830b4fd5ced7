using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.EventStore;

/// <summary>
/// An id names one stream of one type for ever. Ids that come from outside (an organisation, a submission) may name
/// something else here already; that is for the caller to know and no bug of ours.
/// </summary>
public static class TakenId
{
    public static readonly Refusal Refusal = new("id-taken", "This id names something else here already; nothing can begin under it.");

    /// <summary>Whether a stream that one of these would start is of another type. Asked only after a start was refused.</summary>
    internal static async Task<bool> IsAmongAsync(EventDatabase database, IReadOnlyList<Append> appends, CancellationToken cancel)
    {
        var starts = appends.Where(a => a.History.Count == 0 && a.Events.Count > 0).ToArray();
        if (starts.Length == 0)
        {
            return false;
        }

        await using var command = database.Source.CreateCommand(
            "select exists (select from unnest($1, $2) as start (id, type) join mt_streams s on s.id = start.id and s.type <> start.type)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. starts.Select(a => a.Stream)] });
        command.Parameters.Add(new NpgsqlParameter<string[]>
        {
            TypedValue = [.. starts.Select(a => a.Type)],
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar,
        });
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }
}
