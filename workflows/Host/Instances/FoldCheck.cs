using System.Text.Json;
using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// The law of this service, checked: of every instance the fold of its events is its snapshot, byte for byte, and the rows of what is
/// open are those of the snapshot. <c>--check</c> runs it beside the serving process.
/// </summary>
public sealed class FoldCheck(EventDatabase database)
{
    private const int Batch = 200;

    private const string Rows =
        """
        select i.id, i.version, i.snapshot,
            (select coalesce(array_agg(element order by element), '{}') from tasks t where t.instance = i.id),
            (select coalesce(array_agg(key order by key), '{}') from timers t where t.instance = i.id),
            (select coalesce(array_agg(element order by element), '{}') from jobs j where j.instance = i.id),
            (select coalesce(array_agg(key order by key), '{}') from subscriptions s where s.instance = i.id),
            (select coalesce(array_agg(key order by key), '{}') from incidents n where n.instance = i.id)
        from instances i where i.id > $1 order by i.id limit $2
        """;

    /// <exception cref="InvalidOperationException">Names the instances that break the law.</exception>
    public async Task RunAsync(TextWriter report, CancellationToken cancel = default)
    {
        var (count, wrong, after) = (0, new List<string>(), Guid.Empty);
        while (await NextAsync(after, cancel) is { Count: > 0 } found)
        {
            foreach (var instance in found)
            {
                if (await FaultAsync(instance, cancel) is { } fault) wrong.Add($"{instance.Id}: {fault}");
            }

            (count, after) = (count + found.Count, found[^1].Id);
        }

        await report.WriteLineAsync($"{count} instances, {wrong.Count} of them other than their events say.");
        if (wrong.Count > 0) throw new InvalidOperationException(string.Join("; ", wrong.Take(20)));
    }

    /// <summary>What is wrong with one; null when nothing is. Events that came since it was read are left out.</summary>
    private async Task<string?> FaultAsync(Kept instance, CancellationToken cancel)
    {
        var history = await new Store(database, new(null, "service", "check"), TimeProvider.System).ReadAsync(InstanceState.Stream, instance.Id, cancel);
        if (history.Count < instance.Version) return $"it stands at version {instance.Version} and has {history.Count} events";
        var folded = InstanceState.Stream.Fold(history.Take((int)instance.Version).Select(each => each.Event));
        var state = JsonSerializer.Deserialize<InstanceState>(instance.Snapshot, database.Catalogue.Json)!;
        if (Text(folded) != Text(state)) return "the fold of its events is not its snapshot";
        IEnumerable<int>[] open =
        [
            folded.Process.Tasks.Keys, folded.Process.Timers.Values.Where(timer => timer.Due.At is not null).Select(timer => timer.Key), folded.Process.Jobs.Keys,
            folded.Process.Subscriptions.Keys, folded.Process.Incidents.Keys,
        ];
        string[] names = ["tasks", "timers", "jobs", "subscriptions", "incidents"];
        return names.Where((_, n) => !open[n].SequenceEqual(instance.Open[n])).FirstOrDefault() is { } table ? $"its rows of {table} are not those of its snapshot" : null;
    }

    private string Text(InstanceState state) => JsonSerializer.Serialize(state, database.Catalogue.Json);

    private async Task<IReadOnlyList<Kept>> NextAsync(Guid after, CancellationToken cancel)
    {
        await using var command = database.Source.Command(Rows, Sql.Of(after), Sql.Of(Batch));
        var found = new List<Kept>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            found.Add(new(reader.GetGuid(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), [.. Enumerable.Range(3, 5).Select(reader.GetFieldValue<int[]>)]));
        }

        return found;
    }

    private sealed record Kept(Guid Id, long Version, byte[] Snapshot, IReadOnlyList<int[]> Open);
}
