using System.Collections.Concurrent;
using System.Text.Json;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>The processes that instances run on, put together from published files and kept for ever.</summary>
public sealed class Releases(EventDatabase database)
{
    private readonly ConcurrentDictionary<string, Release> known = [];
    private readonly ConcurrentDictionary<string, BpmnFile> files = [];

    /// <summary>What a new instance runs on: of each process the file that is valid now, a province's before the nation's.</summary>
    public async Task<Release> CurrentAsync(string? province, DateTimeOffset now, CancellationToken cancel)
    {
        var hashes = await ValidAsync(province, now, cancel);
        var release = await OfAsync(hashes, cancel);
        if (!known.ContainsKey(release.Id))
        {
            await using var command = database.Source.Command(
                "insert into releases (id, processes) values ($1, $2) on conflict (id) do nothing", Sql.Of(release.Id), Sql.Json(JsonSerializer.Serialize(hashes)));
            await command.ExecuteNonQueryAsync(cancel);
            known[release.Id] = release;
        }

        return release;
    }

    public async Task<Release> LoadAsync(string id, CancellationToken cancel)
    {
        if (known.TryGetValue(id, out var release)) return release;
        await using var command = database.Source.Command("select processes from releases where id = $1", Sql.Of(id));
        var hashes = JsonSerializer.Deserialize<Dictionary<string, string>>((string)(await command.ExecuteScalarAsync(cancel))!)!;
        return known[id] = await OfAsync(hashes, cancel);
    }

    /// <summary>Of each process the hash of the file that is valid.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ValidAsync(string? province, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            """
            select distinct on (process) process, hash from definitions
            where valid_from <= $1 and province in ('', $2) order by process, province desc, valid_from desc
            """,
            Sql.Of(now), Sql.Of(province ?? ""));
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) hashes.Add(reader.GetString(0), reader.GetString(1));
        return hashes;
    }

    /// <summary>Where messages start processes today, by the nation's files.</summary>
    public async Task<IReadOnlyList<MessageStart>> StartsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var starts = new List<MessageStart>();
        foreach (var (process, hash) in await ValidAsync(province: null, now, cancel))
        {
            var model = (await FileAsync(hash, cancel)).Processes.Single(each => each.Id == process);
            starts.AddRange(model.MessageStarts.Select(node => new MessageStart(process, node.Id, ((Trigger.Message)node.Trigger!).Name)));
        }

        return starts;
    }

    private async Task<Release> OfAsync(IReadOnlyDictionary<string, string> hashes, CancellationToken cancel)
    {
        var models = new List<ProcessModel>();
        foreach (var (process, hash) in hashes) models.Add((await FileAsync(hash, cancel)).Processes.Single(each => each.Id == process));
        return Release.Of(models);
    }

    /// <summary>A published file's text; null when there is none of that name.</summary>
    public async Task<string?> TextAsync(string hash, CancellationToken cancel)
    {
        await using var command = database.Source.Command("select xml from files where hash = $1", Sql.Of(hash));
        return (string?)await command.ExecuteScalarAsync(cancel);
    }

    private async Task<BpmnFile> FileAsync(string hash, CancellationToken cancel)
    {
        if (files.TryGetValue(hash, out var file)) return file;
        await using var command = database.Source.Command("select xml from files where hash = $1", Sql.Of(hash));
        var read = BpmnReader.Read((string)(await command.ExecuteScalarAsync(cancel))!);
        return files[hash] = read.File ?? throw new InvalidOperationException($"The published file {hash} can no longer be read by this program.");
    }
}
