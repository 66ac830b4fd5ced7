using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>Publishes files: each process in one stands from a date on, for the country or a province.</summary>
public sealed class Publishing(EventDatabase database, TimeProvider clock)
{
    public static readonly Refusal AlreadyValid = new("already-valid", "Another file is valid for this process from that moment on; a published date is not changed.");

    /// <summary>The same file from the same date is published once. All processes of the file, or none.</summary>
    public async Task<Refusal?> PublishAsync(BpmnFile file, string? province, DateTimeOffset validFrom, Envelope by, CancellationToken cancel)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(Sql.Command("insert into files (hash, xml) values ($1, $2) on conflict (hash) do nothing", Sql.Of(file.Hash), Sql.Of(file.Source)));
        var store = new Store(database, by, clock);
        foreach (var process in file.Processes.OrderBy(each => each.Id, StringComparer.Ordinal))
        {
            switch (await ValidFromAsync(transaction, process.Id, province, validFrom, cancel))
            {
                case null: break;
                case { } hash when hash == file.Hash: continue;
                default: return AlreadyValid;
            }

            var id = DefinitionState.IdOf(process.Id, province);
            var history = await store.ReadAsync(DefinitionState.Stream, id, cancel);
            var end = history.Count == 0 ? StreamEnd.Empty : new(history.Count, history[^1].At, history[^1].Tip);
            store.Add(batch, DefinitionState.Stream, id, end, [new DefinitionPublished(process.Id, province, file.Hash, validFrom)]);
            batch.BatchCommands.Add(Sql.Command(
                "insert into definitions (process, province, valid_from, hash) values ($1, $2, $3, $4)", Sql.Of(process.Id), Sql.Of(province ?? ""), Sql.Of(validFrom), Sql.Of(file.Hash)));
        }

        await batch.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private static async Task<string?> ValidFromAsync(NpgsqlTransaction transaction, string process, string? province, DateTimeOffset validFrom, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select hash from definitions where process = $1 and province = $2 and valid_from = $3", transaction.Connection, transaction)
        {
            Parameters = { Sql.Of(process), Sql.Of(province ?? ""), Sql.Of(validFrom) },
        };
        return (string?)await command.ExecuteScalarAsync(cancel);
    }
}
