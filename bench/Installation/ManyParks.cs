using Npgsql;

namespace PilotRegistry.Bench.Installation;

/// <summary>As many parks as China has development zones of the national catalogue, with ten disclosed years each: what the public reads, under other ids and names.</summary>
internal static class ManyParks
{
    /// <summary>Source: 中国开发区审核公告目录（2018年版）, National Development and Reform Commission and others: 2,543 zones.</summary>
    public const int Count = 2543;

    private const string Seed =
        """
        with ours as (select p, (select array_agg(distinct province) from public_parks) provinces, (select count(*)::int from public_parks) known from public_parks p where disclosed_years > 0 limit 1),
        many as (select p, n, md5('park' || n)::uuid id, provinces[1 + n % cardinality(provinces)] province from ours, generate_series(known + 1, @count) n)
        insert into public_parks
        select (jsonb_populate_record(p, jsonb_build_object(
            'id', id, 'list_number', n, 'province', province, 'search', (p).search || ' ' || n, 'item', replace((p).item, (p).id::text, id::text)))).* from many;

        insert into public_years
        select (jsonb_populate_record(y, jsonb_build_object(
            'park_id', p.id, 'year', each, 'province', p.province,
            'item', jsonb_set(replace((y).item, (y).park_id::text, p.id::text)::jsonb, '{year}', to_jsonb(each))::text))).*
        from (select y from public_years y limit 1) ours, public_parks p, generate_series(2020, 2029) each
        on conflict do nothing;
        update public_years set latest = year = (select max(year) from public_years);

        analyze public_parks; analyze public_years
        """;

    public static async Task SeedAsync()
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Installation.Database) { SearchPath = "disclosure", CommandTimeout = 600 }.ConnectionString);
        await using var command = source.CreateCommand(Seed);
        command.Parameters.AddWithValue("count", Count);
        await command.ExecuteNonQueryAsync();
    }
}
