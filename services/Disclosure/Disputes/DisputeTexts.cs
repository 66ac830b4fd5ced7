using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using PilotRegistry.Disclosure.Features;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure;

/// <summary>What somebody wrote with a dispute.</summary>
/// <param name="IsPublic">Whether they agreed that reason and evidence are shown.</param>
/// <param name="IsProtected">Whether they hold a key to come back with.</param>
public sealed record Wrote(string? Reason, string? Evidence, string? Contact, bool IsPublic, bool IsProtected);

/// <summary>What people wrote, apart from the record, so that it can be erased.</summary>
public sealed class DisputeTexts(EventDatabase database)
{
    /// <summary>
    /// Stores the words and draws the next public number of the year; a dispute that is raised again keeps its number, and a key that
    /// was lost on the way is replaced by the new one.
    /// </summary>
    public async Task<string> AddAsync(Guid dispute, int year, RaiseDispute.Request request, ReturnKey? key, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            """
            with known as (update dispute_texts set key_hash = coalesce($7, key_hash) where dispute_id = $1 returning number),
            drawn as (
                insert into dispute_numbers as n (year, last) select $2, 1 where not exists (select from known)
                on conflict (year) do update set last = n.last + 1 returning last),
            added as (
                insert into dispute_texts (dispute_id, number, reason, evidence, contact, words_public, key_hash)
                select $1, format('D-%s-%s', $2, lpad(last::text, 6, '0')), $3, $4, $5, $6, $7 from drawn returning number)
            select number from known union all select number from added
            """);
        command.Parameters.Add(new() { Value = dispute });
        command.Parameters.Add(new() { Value = year });
        command.Parameters.Add(Text(request.Reason));
        command.Parameters.Add(Text(request.Evidence));
        command.Parameters.Add(Text(key is null ? request.Contact : null));
        command.Parameters.Add(new() { Value = request.WordsPublic });
        command.Parameters.Add(Text(key?.Hash));
        return Convert.ToString(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture)!;
    }

    public async Task<Wrote?> FindAsync(Guid dispute, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            "select reason, evidence, contact, words_public, key_hash is not null from dispute_texts where dispute_id = $1");
        command.Parameters.Add(new() { Value = dispute });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new(reader.IsDBNull(0) ? null : reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetBoolean(3), reader.GetBoolean(4))
            : null;
    }

    /// <summary>Forgets all that was written, then and since; false when there is no such dispute.</summary>
    public async Task<bool> EraseAsync(Guid dispute, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            """
            with said as (update dispute_words set words = null where dispute_id = $1)
            update dispute_texts set reason = null, evidence = null, contact = null, words_public = false where dispute_id = $1
            """);
        command.Parameters.Add(new() { Value = dispute });
        return await command.ExecuteNonQueryAsync(cancel) > 0;
    }

    /// <summary>Which dispute a key opens; null for none.</summary>
    public async Task<Guid?> OpenedByAsync(ReturnKey key, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select dispute_id from dispute_texts where key_hash = $1");
        command.Parameters.Add(Text(key.Hash));
        return (Guid?)await command.ExecuteScalarAsync(cancel);
    }

    private static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar };
}
