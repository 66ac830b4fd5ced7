using System.Globalization;
using Npgsql;

namespace PilotRegistry.Bench.Workflows;

/// <summary>
/// Finished cases and pending timers in large numbers, by COPY: the rows of one case that the host played, under other ids. Timers hang
/// on those cases and are due in a year.
/// </summary>
internal static class Seeding
{
    /// <summary>Fewer when the setting <c>REGISTRY_BENCH_CASES</c> says so, for a short look.</summary>
    public static int Cases { get; } = int.TryParse(Environment.GetEnvironmentVariable("REGISTRY_BENCH_CASES"), CultureInfo.InvariantCulture, out var given) ? given : 1_000_000;

    /// <summary>Ids that grow, as those of the register do.</summary>
    private const string Case = "lpad(to_hex(n), 32, '0')::uuid", Event = "lpad(to_hex(n * 100 + version), 32, '0')::uuid";

    /// <param name="like">A finished case.</param>
    public static async Task FinishedAsync(BenchCases cases, Guid like)
    {
        await CopyAsync(cases, "mt_streams (id, type, version, timestamp, created, transaction_id)", $"select {Case}, type, version, timestamp, created, transaction_id from mt_streams t, many where id = '{like}'");
        await CopyAsync(
            cases, "mt_events (seq_id, id, stream_id, version, data, type, timestamp, transaction_id, headers, correlation_id, user_name)",
            $"select nextval('mt_events_sequence'), {Event}, {Case}, version, data, type, timestamp, transaction_id, headers, correlation_id, user_name from mt_events t, many where stream_id = '{like}'");
        await CopyAsync(cases, "leaves (stream_id, version, event_id, leaf, hash)", $"select {Case}, version, {Event}, leaf, hash from leaves t, many where stream_id = '{like}'");
        await CopyAsync(
            cases, "disclosures (event_id, name, disclosure)",
            $"select {Event}, name, disclosure from disclosures d join mt_events e on e.id = d.event_id, many where e.stream_id = '{like}'");
        await CopyAsync(
            cases, "instances (id, process, release, business_key, park, province, status, version, at, tip, started, ended, snapshot)",
            $"select {Case}, process, release, {Case}::text, park, province, status, version, at, tip, started, ended, snapshot from instances t, many where id = '{like}'");
        await CopyAsync(
            cases, "tasks_ended (id, instance, element, process, node, opened, ended)",
            $"select md5('task' || n || ' ' || element)::uuid, {Case}, element, process, node, opened, ended from tasks_ended t, many where instance = '{like}'");
        await cases.AskAsync<object>("analyze; select 1");
    }

    public static async Task TimersAsync(BenchCases cases)
    {
        await CopyAsync(cases, "timers (instance, key, node, due, try_at)", $"select {Case}, 1, 'wait', now() + interval '1 year' + n * interval '1 second', now() + interval '1 year' + n * interval '1 second' from many");
        await cases.AskAsync<object>("analyze timers; select 1");
    }

    private static async Task CopyAsync(BenchCases cases, string into, string select)
    {
        var owner = new NpgsqlConnectionStringBuilder(cases.Server.Owner) { SearchPath = "workflows", Pooling = false, CommandTimeout = 3600 }.ConnectionString;
        await using NpgsqlConnection from = new(owner), to = new(owner);
        await Task.WhenAll(from.OpenAsync(), to.OpenAsync());
        await using var rows = await from.BeginRawBinaryCopyAsync($"copy (with many as (select n from generate_series(1, {Cases}) n) {select}) to stdout (format binary)");
        await using var table = await to.BeginRawBinaryCopyAsync($"copy {into} from stdin (format binary)");
        await rows.CopyToAsync(table);
    }
}
