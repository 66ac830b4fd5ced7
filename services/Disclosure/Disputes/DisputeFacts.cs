using System.Text.Json;
using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure;

/// <summary>What is public of the parks whose figures are disputed: their names, and which version of each year is disclosed.</summary>
public sealed record DisputedParks(IReadOnlyDictionary<Guid, string> Names, IReadOnlyDictionary<(Guid Park, int Year), int> Versions)
{
    /// <summary>Whether a later version than the disputed one is disclosed.</summary>
    public bool IsDisclosedAgain(DisputeRow dispute) => Versions.TryGetValue((dispute.ParkId, dispute.Year), out var version) && version > (dispute.Version ?? 0);
}

/// <summary>What the public tables say about the figures that are disputed.</summary>
public sealed class DisputeFacts(EventDatabase database)
{
    /// <summary>The disclosed version of a year; null when it is not disclosed.</summary>
    public async Task<int?> DisclosedVersionAsync(Guid park, int year, CancellationToken cancel) =>
        (int?)await ScalarAsync("select (json::jsonb->>'version')::int from public_years where park_id = $1 and year = $2", cancel, park, year);

    /// <summary>Who answers for a year: the park's management body, or whoever signed its statement. Null where the register knows none.</summary>
    public async Task<Guid?> RespondentAsync(Guid park, int year, Respondent respondent, CancellationToken cancel) => (Guid?)(respondent == Respondent.Park
        ? await ScalarAsync("select management_body from public_parks where id = $1", cancel, park)
        : await ScalarAsync("select body from public_years where park_id = $1 and year = $2", cancel, park, year));

    public async Task<DisputedParks> ParksAsync(IEnumerable<Guid> parks, CancellationToken cancel)
    {
        await using var command = Command(
            "select p.id, p.item::jsonb->>'name', y.year, (y.json::jsonb->>'version')::int from public_parks p left join public_years y on y.park_id = p.id where p.id = any($1)",
            [parks.Distinct().ToArray()]);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var (names, versions) = (new Dictionary<Guid, string>(), new Dictionary<(Guid, int), int>());
        while (await reader.ReadAsync(cancel))
        {
            names[reader.GetGuid(0)] = reader.GetString(1);
            if (!await reader.IsDBNullAsync(2, cancel))
            {
                versions.Add((reader.GetGuid(0), reader.GetInt32(2)), reader.GetInt32(3));
            }
        }

        return new(names, versions);
    }

    /// <summary>Where these events stand in the public log, as far as it is known.</summary>
    public async Task<IReadOnlyDictionary<Guid, long>> PlacesAsync(IEnumerable<Guid> events, CancellationToken cancel)
    {
        await using var command = Command("select event_id, log_index from log_indexes where event_id = any($1)", [events.ToArray()]);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var places = new Dictionary<Guid, long>();
        while (await reader.ReadAsync(cancel))
        {
            places.Add(reader.GetGuid(0), reader.GetInt64(1));
        }

        return places;
    }

    /// <summary>Null until the year is disclosed again, and for a dispute that was not upheld.</summary>
    public async Task<Restatement?> CorrectionAsync(DisputeRow dispute, CancellationToken cancel)
    {
        if (!dispute.IsUpheld
            || await ScalarAsync("select body from public_pages where path = $1", cancel, $"/parks/{dispute.ParkId}/years/{dispute.Year}") is not byte[] page)
        {
            return null;
        }

        return JsonSerializer.Deserialize<YearPage>(page, RegistryJson.Http)!.AfterVersion(dispute.Version);
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(cancel) is { } found and not DBNull ? found : null;
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = database.Source.CreateCommand(sql);
        command.Parameters.AddRange(values.Select(v => new NpgsqlParameter { Value = v }).ToArray());
        return command;
    }
}
